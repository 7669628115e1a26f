"""A list of resources says who keeps each, how sure it is, and what replaces it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.blocks import StreamBlockValidationError

from home import resources
from home.models import ResourceListPage
from home.resource_blocks import ResourceStream
from tests.making import make_site

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)
YESTERDAY = TODAY - timedelta(days=1)
BLOCK = ResourceStream()


def stream(*listed):
    blocks = [("resource", {"title": f"Titre {n}", **r}) for n, r in enumerate(listed)]
    return BLOCK.to_python(BLOCK.get_prep_value(BLOCK.normalize(blocks)))


def page_of(*listed, **words):
    page = ResourceListPage(title="Ressources", resources=stream(*listed), **words)
    make_site().add_child(instance=page)
    return page


def replaced(by="Nouveau", **more):
    return {"title": "Ancien", "state": "replaced", "replaced_by": by, **more}


def test_what_was_replaced_ends_the_list_and_leads_to_what_replaces_it():
    listed = stream(replaced(), {"title": "Nouveau"})

    new, old = resources.entries(listed, TODAY)

    assert (new.resource["title"], old.replaced_by) == ("Nouveau", "Nouveau")
    assert old.replaced_by_url == f"#{new.anchor}"


def test_a_page_may_replace_a_resource():
    page = page_of()

    (old,) = resources.entries(stream(replaced("", replacing_page=page)), TODAY)

    assert (old.replaced_by, old.replaced_by_url) == ("Ressources", page.url)


@pytest.mark.parametrize(
    "listed",
    [
        [replaced("")],
        [replaced("Jamais vu")],
        [replaced("Ancien")],
        [{"replaced_by": "Titre 1"}, {}],
    ],
)
def test_what_replaces_a_resource_is_said_where_it_is_replaced_only(listed):
    with pytest.raises(StreamBlockValidationError):
        BLOCK.clean(stream(*listed))


def test_a_list_that_says_all_of_it_is_accepted():
    assert len(BLOCK.clean(stream(replaced(), {"title": "Nouveau"}))) == 2


@pytest.mark.parametrize(
    ("facts", "is_due"),
    [
        ({"review_on": YESTERDAY}, True),
        ({"review_on": TODAY}, False),
        ({}, False),
        ({"review_on": YESTERDAY, **replaced()}, False),
    ],
)
def test_a_resource_is_to_be_reviewed_once_its_day_is_past(facts, is_due):
    (entry,) = resources.entries(stream(facts), TODAY)

    assert entry.is_to_review is is_due


def test_readers_see_what_is_provisional_replaced_and_to_be_reviewed(client):
    page = page_of({"state": "provisional", "owner": "Brusano"}, replaced("Titre 0"))
    page.resources[0].value["review_on"] = date(2026, 1, 2)
    page.save()

    text = client.get(page.url).content.decode()

    assert "version provisoire" in text
    assert "Tenu à jour par : Brusano" in text.replace("\xa0", " ")
    assert "à revoir depuis le 2 janvier 2026" in text
    assert text.index("Titre 0") < text.index("Ancien") < text.index("Remplacé par")


def test_the_team_sees_on_its_first_screen_what_is_past_its_day(admin_client):
    day = timezone.localdate() - timedelta(days=1)
    page_of({"title": "Vieux guide", "review_on": day}, {"title": "Guide neuf"})

    text = admin_client.get("/admin/").content.decode()

    assert "Vieux guide" in text
    assert "Guide neuf" not in text


def test_who_may_not_change_the_page_is_not_asked_to_review(client, django_user_model):
    day = timezone.localdate() - timedelta(days=1)
    page_of({"title": "Vieux guide", "review_on": day})
    other = django_user_model.objects.create_user("autre", is_staff=True)
    client.force_login(other)

    assert "Vieux guide" not in client.get("/admin/").content.decode()
