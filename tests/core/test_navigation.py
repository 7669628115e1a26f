"""Every page says where a reader can go, and only there."""

import pytest
from wagtail.models import Locale

from home.models import StandardPage
from portal.core import edition, navigation
from tests.making import announce, make_meeting, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return make_site()


def titles(items):
    return [item.title for item in items]


def test_the_menu_holds_the_sections_and_the_foot_the_rest(rf, home):
    home.add_child(instance=StandardPage(title="Vie privée"))

    nav = navigation.of(rf.get("/fr/"), home)

    assert titles(nav.menu) == ["Agenda", "Concertations"]
    assert titles(nav.legal) == ["Vie privée"]


def test_a_draft_section_is_not_offered(rf, home):
    home.add_child(instance=StandardPage(title="Brouillon", live=False))

    assert titles(navigation.of(rf.get("/fr/"), home).legal) == []


def test_the_menu_says_where_the_reader_is(rf, home):
    page = announce(make_meeting())

    nav = navigation.of(rf.get(page.url), page)

    assert [item.is_current for item in nav.menu] == ["true", ""]


def test_a_site_of_one_language_offers_no_choice(rf, home):
    assert navigation.of(rf.get("/fr/"), home).languages == []


def test_a_page_not_yet_translated_leads_to_its_nearest_parent(rf, home):
    page = announce(make_meeting())
    dutch_home = translated(home)
    agenda = home.get_children().get(slug="agenda").specific
    dutch_agenda = translated(agenda)

    nav = navigation.of(rf.get(page.url), page)

    assert [language.code for language in nav.languages] == ["fr", "nl"]
    assert nav.languages[1].url == dutch_agenda.url
    assert nav.languages[1].url.startswith(dutch_home.url)


def test_around_what_is_no_page_nothing_is_asked_twice(
    rf, home, monkeypatch, django_assert_num_queries
):
    translated(home)
    monkeypatch.setattr(edition, "_may_be_undone", lambda: False)
    monkeypatch.setattr(edition, "_shelf", {})
    first = navigation.of(rf.get("/fr/")).languages

    # Which edition is in force.
    with django_assert_num_queries(1):
        again = navigation.of(rf.get("/fr/")).languages

    assert again == first
    assert [language.code for language in first] == ["fr", "nl"]


def translated(page):
    dutch, _made = Locale.objects.get_or_create(language_code="nl")
    copy = page.copy_for_translation(dutch, copy_parents=True)
    copy.save_revision().publish()
    return copy
