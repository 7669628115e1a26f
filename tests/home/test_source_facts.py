"""What the client's report says is found by whoever reads the public site."""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.home.reading import comparable, words_on_screen
from tests.home.source_facts import (
    ACTIONS,
    CONCERTATION,
    FACTS,
    PUT_RIGHT,
    REMEMBERED,
    REPORT,
    RESOURCES,
    THIRD,
    WATCH,
)

ADDRESSES = {
    "home": "/fr/",
    "agenda": "/fr/agenda/",
    "past": "/fr/agenda/passes/",
    "concertations": "/fr/concertations/",
    CONCERTATION: "/fr/concertations/sante-mentale/",
    REPORT: "/fr/concertations/sante-mentale/2025-10-10-ambulatoire-domicile/",
    "second morning": "/fr/agenda/2026-01-20-urgence-crise-residentiel/",
    THIRD: "/fr/agenda/2026-05-12-liens-revalidation/",
    WATCH: "/fr/concertations/veille/",
    ACTIONS: "/fr/concertations/actions/",
    RESOURCES: "/fr/ressources/",
}
SOURCE = Path(__file__).with_name("report_source.txt").read_text(encoding="utf-8")
LINES = [line.strip() for line in SOURCE.splitlines() if line.strip()]
LINK = re.compile(r'href="(/fr/[^"#?]*)')
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def answers(demo_in_database):
    client = Client()
    return {name: client.get(address) for name, address in ADDRESSES.items()}


@pytest.fixture(scope="module")
def texts(answers):
    return {name: words_on_screen(answer) for name, answer in answers.items()}


@pytest.mark.parametrize("row", FACTS)
def test_a_fact_of_the_report_is_on_a_public_page(texts, row):
    pages, words = FACTS[row]

    missing = {page: _missing(words, texts[page]) for page in pages}

    assert not all(missing.values()), missing


@pytest.mark.parametrize("row", REMEMBERED)
def test_a_fact_the_network_remembers_is_on_the_page_of_its_kind(texts, row):
    pages, words = REMEMBERED[row]

    assert not any(_missing(words, texts[page]) for page in pages)


def test_no_row_of_the_report_is_left_out():
    assert {f"A{number:02}" for number in range(1, 75)} <= set(FACTS)


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_report_is_on_its_page_word_for_word(texts, line):
    assert not _missing(_said(line), texts[REPORT])


def test_a_reader_gets_from_the_front_door_to_each_of_these_pages(answers):
    links = {link for answer in answers.values() for link in _links(answer)}

    assert set(ADDRESSES.values()) <= links


def test_the_training_needs_keep_their_order_of_priority(texts):
    rows = [f"A{number}" for number in range(60, 69)]
    places = [texts[REPORT].rindex(comparable(FACTS[row][1][0])) for row in rows]

    assert places == sorted(places)


def test_no_link_of_the_report_is_called_here_or_leads_nowhere(answers):
    html = answers[REPORT].content.decode()

    assert not re.search(r">\s*ici\s*<", html)
    assert 'href="#"' not in html


def test_voir_recto_is_for_paper_only(answers, texts):
    assert "(voir recto)" in answers[REPORT].content.decode()
    assert "voir recto" not in texts[REPORT]


def test_the_doubtful_date_is_said_to_be_doubtful_wherever_it_is_shown(texts):
    for name in (REPORT, CONCERTATION, "past", THIRD):
        assert "12 mai 2026" in texts[name]
        assert "à confirmer" in texts[name]


def test_the_need_no_morning_is_about_is_seen_to_be_missing(texts):
    need = comparable("Trouver de l'entraide et de la solidarité")
    after = texts[CONCERTATION].rsplit(need, 1)[1]

    assert after.strip().startswith("aucune rencontre")


def _said(line):
    """What the screen says for a line of the source: most often, that line."""
    for start, words in PUT_RIGHT.items():
        if line.startswith(start):
            return words
    # An entry of a list, or a heading, may do without the sign that ends it.
    return [line.removeprefix("- ").replace("**", "").rstrip(" .:;")]


def _missing(words, text):
    return [part for part in words if comparable(part) not in text]


def _links(answer):
    return LINK.findall(answer.content.decode())
