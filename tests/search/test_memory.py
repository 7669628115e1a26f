"""What the network remembers is found while it is public, and while a page shows it."""

import pytest
from django.utils.html import strip_tags
from wagtail.models import PageViewRestriction

from events.models import ActionsPage, ConcertationIndexPage
from home.models import ResourceListPage
from portal.core.models import Theme
from search import results
from tests.events.memory_stories import decided, observed, told, watch_page
from tests.making import (
    make_concertation,
    make_concertation_page,
    make_meeting,
    make_site,
    report,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home():
    return make_site()


@pytest.fixture
def watch():
    return watch_page()


@pytest.fixture
def actions_page():
    page = ActionsPage(title="Suivi", slug="suivi")
    ConcertationIndexPage.objects.get().add_child(instance=page)
    return page


def found(query):
    groups = results.search(query, language="fr").groups
    return [(g.kind.name, r.url) for g in groups for r in g.results]


def test_an_observation_is_found_on_its_own_page(watch, indexed):
    theme = Theme.objects.create(code="t", name_fr="Ethnopsychiatrie")
    observation = observed("La saturation des services", theme=theme)
    indexed()

    here = [("observation", f"{watch.url}{observation.pk}/")]
    assert found("saturations") == found("ethnopsychiatrie") == here


def test_an_action_is_found_at_its_place_on_the_page(actions_page, indexed):
    action = decided("Relire la liste", owner="Brusano")
    indexed()

    here = [("action", f"{actions_page.url}#{action.anchor}")]
    assert found("relire") == found("brusano") == here


@pytest.mark.parametrize("make", [observed, decided])
def test_what_is_hidden_is_no_longer_found(watch, actions_page, indexed, make):
    record = make("Un secret bien gardé")
    indexed()
    assert found("secret")

    record.is_public = False
    record.save()

    # At once, before anybody has read again what changed.
    assert found("secret") == []
    indexed()
    assert found("secret") == []


@pytest.mark.parametrize("make", [observed, decided])
def test_what_was_never_public_is_not_found(watch, actions_page, indexed, make):
    make("Un secret bien gardé", is_public=False)
    indexed()

    assert results.search("secret").count == 0


def test_without_a_page_that_shows_it_nothing_is_found(indexed):
    observed("La saturation des services")
    decided("Relire la saturation")
    indexed()

    assert found("saturation") == []


def test_a_page_that_goes_takes_what_it_shows_with_it(watch, indexed):
    observed("La saturation des services")
    indexed()

    watch.unpublish()
    indexed()
    assert found("saturation") == []

    watch.save_revision().publish()
    indexed()
    assert found("saturation")


def test_behind_a_closed_page_nothing_is_found(watch, indexed):
    observed("La saturation des services")
    indexed()

    PageViewRestriction.objects.create(page=watch, restriction_type="login")
    indexed()

    assert found("saturation") == []


def test_a_report_that_is_published_shows_what_it_tells(watch, indexed):
    observation = observed("La saturation des services", is_public=False)
    concertation = make_concertation()
    page = make_concertation_page(concertation)
    meeting = make_meeting(concertation=concertation)
    indexed()
    assert found("saturation") == []

    written = report(meeting, page, sections=[told(observation)])
    written.save_revision().publish()
    indexed()

    assert ("observation", f"{watch.url}{observation.pk}/") in found("saturation")


def test_a_bassin_that_heard_it_finds_it(watch, indexed):
    concertation = make_concertation()
    observation = observed(at=[make_meeting(concertation=concertation)])
    indexed()
    bassin = concertation.bassin
    assert found(bassin.name)

    bassin.name_fr = "Bassin des Étangs"
    bassin.save()
    indexed()

    assert ("observation", f"{watch.url}{observation.pk}/") in found("étangs")


def test_a_resource_is_found_by_its_words(home, indexed):
    listed = [("resource", {"title": "Repérage des intervisions", "note": "Brusano"})]
    page = ResourceListPage(title="Ressources", resources=listed)
    home.add_child(instance=page)
    indexed()

    (group,) = results.search("intervision brusano", language="fr").groups

    assert [strip_tags(result.title) for result in group.results] == ["Ressources"]
