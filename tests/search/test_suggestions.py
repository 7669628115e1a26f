"""Titles while one types: public ones, and sent once per edition."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from search.suggesting import suggest
from search.typing_errors import distance
from tests.making import make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(indexed):
    home = make_site()
    pages = [StandardPage(title=f"Équipe {name}") for name in ("mobile", "de rue")]
    for page in pages:
        home.add_child(instance=page)
    indexed()
    return pages[0]


def titles(typed):
    return [one.title for one in suggest(typed, language="fr")]


@pytest.mark.parametrize("typed", ["equ mo", "mobile équipe", "Équipes mobi"])
def test_the_last_word_may_be_unfinished(page, typed):
    wanted = [] if typed == "equ mo" else ["Équipe mobile"]
    assert titles(typed) == wanted


def test_one_letter_begins_many_titles(page):
    assert set(titles("é")) == {"Équipe mobile", "Équipe de rue"}
    assert titles("") == titles("🤦") == titles("x" * 500) == []


def test_what_is_not_public_is_not_suggested(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert titles("mobi") == []


def test_asked_again_it_is_sent_once_per_edition(client, page):
    first = client.get(reverse("suggestions"), {"q": "mobi"})
    known = {"HTTP_IF_NONE_MATCH": first["ETag"]}

    assert first.json()["suggestions"][0]["title"] == "Équipe mobile"
    assert client.get(reverse("suggestions"), {"q": "mobi"}, **known).status_code == 304
    page.unpublish()
    assert client.get(reverse("suggestions"), {"q": "mobi"}, **known).status_code == 200


@pytest.mark.parametrize(
    ("one", "other", "mistakes"),
    [("planing", "planning", 1), ("acueil", "accueil", 1), ("familail", "familial", 1)],
)
def test_mistakes_are_letters_added_left_out_changed_or_swapped(one, other, mistakes):
    assert distance(one, other) == distance(other, one) == mistakes
