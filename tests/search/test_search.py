"""Whatever a reader writes is answered, and only what is public is found."""

import json
from html import unescape
from pathlib import Path

import pytest
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import Locale, PageViewRestriction

from home.models import StandardPage
from portal.core.models import Synonyms
from search import results
from services.models import TemporaryClosure
from tests.making import (
    announce,
    make_directory,
    make_meeting,
    make_service,
    make_site,
)

pytestmark = pytest.mark.django_db

SEARCH = "/fr/recherche/"


@pytest.fixture(autouse=True)
def home():
    return make_site()


def add_page(home, title, **words):
    page = StandardPage(title=title, **words)
    home.add_child(instance=page)
    return page


def titles(found):
    shown = [result for group in found.groups for result in group.results]
    return [unescape(strip_tags(result.title)) for result in shown]


def find(query, **how):
    return titles(results.search(query, language="fr", **how))


def test_words_are_found_however_they_are_written(home, indexed):
    title = "L’urgence/la crise en santé mentale, pour les acteur·rices"
    add_page(home, title)
    indexed()

    written = "santé sante SANTÉ urgences l'urgence crise actrices acteur·rice acteurs"
    assert all(find(word) == [title] for word in written.split())


def test_every_word_asked_for_is_held(home, indexed):
    add_page(home, "Santé mentale")
    add_page(home, "Santé publique")
    indexed()

    assert find("sante mentale") == ["Santé mentale"]


def test_a_service_that_is_closed_for_a_while_is_found_after_the_others(home, indexed):
    make_directory(home)
    today = timezone.localdate()
    for name in ("Écoute A", "Écoute B"):
        service = make_service(name, assured_date=today, description_fr="Un accueil.")
        closure = {"from_date": today, "to_date": today}
        if name == "Écoute A":
            TemporaryClosure.objects.create(service=service, **closure)
    indexed()

    found = results.search("écoute", language="fr")
    assert titles(found) == ["Écoute B", "Écoute A"]
    open_one, closed_one = [one for group in found.groups for one in group.results]
    assert (open_one.is_stale, closed_one.is_stale) == (False, True)
    assert closed_one.extract.startswith("Fermé")


def test_what_holds_most_of_the_words_is_shown_where_nothing_holds_all(home, indexed):
    add_page(home, "Une équipe mobile à Etterbeek")
    indexed()

    found = results.search("équipe mobile Anderlecht", language="fr")

    assert titles(found) == ["Une équipe mobile à Etterbeek"]
    assert not found.is_whole


def test_the_text_of_a_page_is_searched_and_its_words_marked(home, indexed):
    text = "mot " * 200 + "les <b>ethnopsychiatres</b> du réseau"
    add_page(home, "À propos", body=[("text", f"<p>{text}</p>")])
    indexed()

    (group,) = results.search("ethnopsychiatre", language="fr").groups

    (result,) = group.results
    assert "<mark>ethnopsychiatres</mark>" in result.extract


def test_what_was_left_empty_is_no_word(home, indexed):
    notice = {"heading": None, "text": "<p>À savoir</p>", "caution": False}
    add_page(home, "Repères", body=[("notice", notice)])
    indexed()

    assert find("savoir") == ["Repères"]
    assert find("None") == []


def test_results_are_grouped_and_counted_by_kind(client, home, indexed):
    add_page(home, "Crise : à savoir")
    announce(make_meeting(), "Face à la crise")
    indexed()

    response = client.get(SEARCH, {"q": "crise"})
    (door,) = [d for d in response.context["filters"].kinds if d.label == "Pages"]
    one = client.get(SEARCH + door.address)

    counts = {str(k.label): n for k, n in response.context["results"].counts}
    assert counts == {"Pages": 1, "Rencontres": 1}
    assert titles(one.context["results"]) == ["Crise : à savoir"]
    assert response.status_code == 200


def test_drafts_and_private_pages_are_neither_found_nor_counted(home, indexed):
    add_page(home, "Crise : brouillon", live=False)
    private = add_page(home, "Crise : interne")
    open_page = add_page(home, "Crise : ouverte")
    indexed()
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    # Hidden at once, before anybody has read again what changed.
    assert results.search("crise").count == 1
    indexed()
    assert find("crise") == ["Crise : ouverte"]

    open_page.unpublish()
    assert results.search("crise").count == 0
    indexed()
    assert results.search("crise").count == 0


def test_a_deleted_branch_is_gone(home, indexed):
    parent = add_page(home, "Crise")
    parent.add_child(instance=StandardPage(title="Crise : suite"))
    indexed()
    assert len(find("crise")) == 2

    parent.delete()
    indexed()

    assert find("crise") == []


def test_translations_of_a_page_are_one_result(home, indexed):
    page = add_page(home, "La crise")
    dutch = Locale.objects.get_or_create(language_code="nl")[0]
    home.copy_for_translation(dutch).save_revision().publish()
    translated = page.copy_for_translation(dutch)
    translated.title = "De crisis"
    translated.save_revision().publish()
    only_french = add_page(home, "Crise et réseau")
    indexed()

    in_dutch = results.search("crise", language="nl")

    assert set(titles(in_dutch)) == {"De crisis", only_french.title}
    marked = {r.url: r.language_name for g in in_dutch.groups for r in g.results}
    assert marked[only_french.url] == "français"
    assert marked[translated.url] == ""


def test_a_reader_who_changes_language_keeps_the_words(client, home, indexed):
    dutch = Locale.objects.create(language_code="nl")
    home.copy_for_translation(dutch).save_revision().publish()

    html = client.get(SEARCH, {"q": "santé & crise", "page": "2"}).content.decode()

    assert 'href="/nl/zoeken/?q=sant%C3%A9+%26+crise"' in html


def test_a_wrong_letter_is_mended_and_told(client, home, indexed):
    add_page(home, "Planning familial")
    indexed()

    response = client.get(SEARCH, {"q": "planing familail"})

    found = response.context["results"]
    assert found.mended == "planning familial"
    assert titles(found) == ["Planning familial"]


def test_synonyms_work_both_ways_and_across_languages(home, indexed):
    Synonyms.objects.create(
        terms_fr="service de santé mentale\nSSM", terms_nl="DGG\nCGG", terms_en=""
    )
    long, short = "Un service de santé mentale", "Un SSM à Etterbeek"
    add_page(home, long)
    add_page(home, short)
    add_page(home, "La santé au service de chacun")
    indexed()

    for asked in ["ssm", "CGG", "services de santé mentale"]:
        assert set(find(asked)) == {long, short}


def test_words_of_crisis_show_first_what_to_do(client, home, indexed):
    Synonyms.objects.create(terms_fr="suicide\nidées noires", shows_urgency=True)

    pages = {
        q: client.get(SEARCH, {"q": q}) for q in ["Suicides", "idees noires", "vie"]
    }

    shown = {q: b'id="urgence"' in page.content for q, page in pages.items()}
    assert shown == {"Suicides": True, "idees noires": True, "vie": False}


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
        "fr:a",
        "#all",
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
    response = client.get(SEARCH, {"q": query, "page": "x", "genre": "\x00"})

    assert response.status_code == 200
    assert response.context["results"].count == 0


def test_naughty_strings_are_answered(home, indexed):
    add_page(home, "La crise")
    indexed()
    naughty = json.loads((Path(__file__).parent / "blns.json").read_text())

    for query in naughty:
        assert results.search(query).page == 1


def test_the_words_asked_for_are_shown_as_text(client):
    page = client.get(SEARCH, {"q": "<b>gras</b>"}).content.decode()

    assert "<b>gras</b>" not in page
    assert "&lt;b&gt;gras&lt;/b&gt;" in page
