"""What a second reader points out; the sentences are those of a real report."""

from datetime import time

import pytest
from wagtail.models import Locale

from home.models import StandardPage
from portal.core import passages, proofreading, typed_dates
from tests.making import make_site

CLEAN = [
    "Elles sont ouvertes à tous·tes les acteur·rices social-santé.",
    "L’accès aux soins pour les bénéficiaires qui ne sont pas conscient·es de leurs "
    "problèmes, n’expriment pas de demande ou ont du mal à « lâcher » leur "
    "intervenant·e de première ligne.",
    "Le manque de solutions adaptées pour les personnes en grande précarité "
    "(inadéquation des prises en charge « classiques » avec des horaires fixes).",
    "La rencontre a mis en évidence le besoin de soutien des intervenant·es non "
    "spécialisé·es face à certaines questions plus complexes.",
    "Il s’agit aussi de recueillir les difficultés et questions à travailler lors des "
    "prochaines réunions de Concertation.",
    "La réunion #3 a interrogé les professionnel·les sur leurs besoins de formation.",
    "La première matinée a eu lieu le 10 octobre 2025.",
    "Les lieux de liens feront l’objet d’une présentation lors d’une prochaine "
    "rencontre prévue en mai 2026.",
    "1) Être accompagné·e ; 2) Faire face à l’urgence.",
]


def said_of(html):
    return [(finding.code, finding.excerpt) for finding in proofreading.of_french(html)]


@pytest.mark.parametrize("text", CLEAN)
def test_a_good_sentence_passes_without_a_word(text):
    assert said_of(f"<p>{text}</p>") == []


def test_words_for_the_back_of_a_sheet_are_found():
    text = "<p>La première matinée a eu lieu le 10 octobre 2025 (voir recto).</p>"

    assert said_of(text) == [("paper", "voir recto")]


def test_words_marked_for_paper_are_left_alone():
    text = '<p>La matinée <span class="print-only">(voir recto)</span> a eu lieu.</p>'

    assert said_of(text) == []


@pytest.mark.parametrize("label", ["ici", "Ici", "cliquez ici", "lien"])
def test_a_link_whose_words_say_nothing_is_found(label):
    text = f'<p>Consultez l’agenda → <a href="https://example.org/">{label}</a></p>'

    assert said_of(text) == [("empty_link", label)]


@pytest.mark.parametrize("target", ['href="#"', 'href=""', ""])
def test_a_link_that_leads_nowhere_is_found(target):
    assert said_of(f"<p><a {target}>Agenda</a></p>") == [("dead_link", "Agenda")]


@pytest.mark.parametrize("target", ['linktype="page" id="3"', 'href="/fr/agenda/"'])
def test_a_link_that_says_where_it_leads_passes(target):
    assert said_of(f"<p><a {target}>L’agenda de janvier</a></p>") == []


def test_a_link_lost_on_the_way_is_found():
    text = "<p>Voir support de présentation ici .</p>"

    assert said_of(text) == [("lost_link", "Voir support de présentation ici")]


def test_a_link_left_in_signs_is_found():
    assert said_of("<p>L’agenda → [ici](#)</p>")[-1] == ("raw_link", "[ici](#)")


def test_a_bracket_that_closes_alone_is_found():
    [(code, excerpt)] = said_of(
        "<p>Concertation thématique Santé mentale matinée Focus sur les services "
        "permettant de développer un projet sociale ou professionnelle), le matin</p>"
    )

    assert code == "unbalanced"
    assert excerpt.endswith("sociale ou professionnelle)")


@pytest.mark.parametrize("text", ["« lâcher leur intervenant", "lâcher » (un peu)"])
def test_a_quotation_mark_alone_is_found(text):
    assert [code for code, _ in said_of(f"<p>{text}</p>")] == ["unbalanced"]


def test_each_paragraph_is_balanced_by_itself():
    codes = [code for code, _ in said_of("<p>(ouvert</p><p>fermé)</p>")]

    assert codes == ["unbalanced", "unbalanced"]


@pytest.mark.parametrize(
    "words",
    ["25 novembre dernier", "mardi prochain", "mois dernier", "semaine prochaine"],
)
def test_a_date_that_will_be_wrong_is_found(words):
    assert said_of(f"<p>Elle a eu lieu le {words}.</p>") == [("relative_date", words)]


@pytest.mark.parametrize("day", ["20 janvier", "1er mai", "12 Mai"])
def test_a_day_without_its_year_is_found(day):
    assert said_of(f"<li>{day} : Focus sur les ressources</li>") == [("no_year", day)]


@pytest.mark.parametrize(
    "text",
    [
        "le 20 janvier 2026",
        "le 20/01/2026",
        "du 20 janvier au 12 mai 2026",
        "les 10 octobre, 20 janvier et 12 mai 2026",
    ],
)
def test_one_year_serves_for_the_days_named_with_it(text):
    assert said_of(f"<p>{text}</p>") == []


@pytest.mark.parametrize(
    "words",
    [
        "professionnel·les issus",
        "intervenant·es non spécialisés",
        "travailleur•ses sociaux",
        "tous les participant·es",
    ],
)
def test_a_missing_accord_is_found(words):
    text = f"<p>Vingt {words} de ces services.</p>"

    assert said_of(text) == [("accord", words)]


def test_words_in_other_languages_are_spared_the_rules_of_french():
    text = "<p>Zie recto, 20 januari (open</p>"

    assert [finding.code for finding in proofreading.of_html(text)] == ["unbalanced"]


@pytest.mark.django_db
def test_the_rules_follow_the_language_of_the_page():
    text = [("text", "<p>voir recto</p>")]
    french, dutch = (
        StandardPage(title="Page", locale=Locale(language_code=code), body=text)
        for code in ("fr", "nl")
    )

    assert [found.code for found in proofreading.of_texts(french)] == ["paper"]
    assert proofreading.of_texts(dutch) == []


@pytest.mark.django_db
def test_every_text_of_a_page_is_read():
    notice = {"heading": "Un mot", "text": "<p>Dans un cadre</p>", "caution": False}
    make_site()
    page = StandardPage(
        title="Titre & co", summary="Résumé", body=[("notice", notice), ("text", "")]
    )

    texts = [text for text in passages.texts(page) if text]

    assert texts == ["Titre &amp; co", "Résumé", "Un mot", "<p>Dans un cadre</p>"]


@pytest.mark.parametrize(
    ("text", "day", "month", "year"),
    [
        ("12 mai", 12, 5, None),
        ("le 1er août 2026", 1, 8, 2026),
        ("12/06/2026", 12, 6, 2026),
        ("12.06.26", 12, 6, 2026),
        ("12-06-2026", 12, 6, 2026),
        ("12\u00a0mai\u00a02026", 12, 5, 2026),
    ],
)
def test_a_date_is_read_as_people_type_it(text, day, month, year):
    [date] = typed_dates.dates(text)

    assert (date.day, date.month, date.year) == (day, month, year)


@pytest.mark.parametrize(
    "text", ["24/7", "45 mai", "12/13/2026", "02 000 00 00", "112"]
)
def test_other_figures_are_no_dates(text):
    assert typed_dates.dates(text) == []


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("de 9h à 13h", [time(9), time(13)]),
        ("de 9h15 à 12 h 15", [time(9, 15), time(12, 15)]),
        ("9 heures", [time(9)]),
        ("24h/24, 7 jours", []),
        ("9 hectares", []),
    ],
)
def test_hours_are_read_as_people_type_them(text, hours):
    assert typed_dates.hours(text) == hours
