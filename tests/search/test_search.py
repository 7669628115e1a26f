"""Whatever a reader writes is answered, and only published pages are found."""

import json
from pathlib import Path

import pytest
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from tests.making import announce, make_meeting, make_site

pytestmark = pytest.mark.django_db

SEARCH = "/fr/recherche/"


@pytest.fixture(autouse=True)
def home():
    return make_site()


def add_page(home, title, **words):
    page = StandardPage(title=title, **words)
    home.add_child(instance=page)
    return page


def found(client, query):
    response = client.get(SEARCH, {"q": query})
    assert response.status_code == 200
    groups = response.context["results"].groups
    return [page.title for group in groups for page in group.pages]


@pytest.mark.parametrize(
    "query",
    ["santé", "sante", "SANTÉ", "urgence", "l'urgence", "crise", "acteur·rices"],
)
def test_accents_case_and_signs_do_not_count(client, home, query):
    title = "L’urgence/la crise en santé mentale, pour les acteur·rices"
    add_page(home, title)

    assert found(client, query) == [title]


def test_every_word_asked_for_is_held(client, home):
    add_page(home, "Santé mentale")
    add_page(home, "Santé publique")

    assert found(client, "sante mentale") == ["Santé mentale"]


def test_the_text_of_a_page_is_searched_too(client, home):
    add_page(home, "À propos", body=[("text", "<p>Les <b>ethnopsychiatres</b></p>")])

    assert found(client, "ethnopsychiatres") == ["À propos"]


def test_results_are_grouped_by_kind(client, home):
    add_page(home, "Crise : à savoir")
    announce(make_meeting(), "Face à la crise")

    response = client.get(SEARCH, {"q": "crise"})

    labels = {group.label for group in response.context["results"].groups}
    assert labels == {"Pages", "Rencontres"}


def test_drafts_and_private_pages_are_not_found(client, home):
    add_page(home, "Crise : brouillon", live=False)
    private = add_page(home, "Crise : interne")
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    assert found(client, "crise") == []


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        '"',
        "'",
        "\x00",
        "*",
        "a AND",
        "NEAR(a b)",
        "-crise OR (",
        "col:x",
        "%",
        "\\",
        "&|!",
        "<script>",
        "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🤦",
        "é" * 10_000,
        "mot " * 500,
    ],
)
def test_any_text_is_answered(client, query):
    assert found(client, query) == []


def test_naughty_strings_are_answered(client):
    naughty = json.loads((Path(__file__).parent / "blns.json").read_text())

    for query in naughty:
        assert client.get(SEARCH, {"q": query}).status_code == 200


def test_the_words_asked_for_are_shown_as_text(client):
    page = client.get(SEARCH, {"q": "<b>gras</b>"}).content.decode()

    assert "<b>gras</b>" not in page
    assert "&lt;b&gt;gras&lt;/b&gt;" in page
