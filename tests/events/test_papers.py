"""The sheet to sign and the badges: who is on them, and how they are printed."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import translation

from events import corrections, reception, seats
from events.papers import badges, sheet
from portal.core import pdf
from tests.events.people import NOW, START, make_morning, sign_up
from tests.events.reading_papers import Paper
from tests.making import announce, make_commune, make_site, make_venue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told", "_site")]

NAUGHTY = json.loads(
    (Path(__file__).parents[1] / "search" / "blns.json").read_text(encoding="utf-8")
)
MARKUP = "#eval(sys) $x$ *b* @ref <l> = titre ${1} \\u{41}"


@pytest.fixture
def _site():
    make_site()


@pytest.fixture
def meeting():
    meeting = make_morning(venue=make_venue(make_commune("Etterbeek")))
    announce(meeting, title="Focus sur l’ambulatoire")
    return meeting


def signed(meeting):
    return Paper(sheet.drawn(meeting, now=NOW))


def order_on_the_sheet(meeting):
    return [guest["family_name"] for guest in sheet.facts(meeting, now=NOW)["people"]]


def test_the_sheet_says_what_when_where_and_who(meeting):
    sign_up(meeting, given_name="Zoé", family_name="Ćosić", organisation="SSM Chapelle")

    text = signed(meeting).text

    for words in (
        "Focus sur l’ambulatoire",
        "Mardi 20 janvier 2026, de 9 h à 13 h",
        "Salle, rue de l’Essai 1",
        "Ćosić Zoé",
        "SSM Chapelle",
    ):
        assert words in text


@pytest.mark.parametrize("draw", [sheet.drawn, badges.drawn])
def test_a_paper_can_be_read_aloud_and_kept(meeting, draw):
    sign_up(meeting)

    paper = Paper(draw(meeting, now=NOW))

    assert paper.is_tagged
    assert paper.language == "fr"
    assert paper.title
    assert len(paper.standards) == 2


@pytest.mark.parametrize("draw", [sheet.drawn, badges.drawn])
def test_a_paper_is_set_in_the_letters_of_the_portal(meeting, draw):
    sign_up(meeting, family_name="Łęcki Şahin")

    fonts = Paper(draw(meeting, now=NOW)).fonts

    assert fonts
    assert all("Atkinson" in font for font in fonts)


def test_names_stand_as_a_reader_of_french_looks_them_up(meeting):
    for name in (
        "Zola",
        "Evrard",
        "de Smet",
        "Émile",
        "D’Hondt",
        "Etienne",
        "debacker",
    ):
        sign_up(meeting, family_name=name)

    assert order_on_the_sheet(meeting) == [
        "D’Hondt",
        "de Smet",
        "debacker",
        "Émile",
        "Etienne",
        "Evrard",
        "Zola",
    ]


def test_only_those_with_a_confirmed_seat_are_on_the_sheet():
    meeting = make_morning(capacity=2)
    confirmed = sign_up(meeting, family_name="Assise")
    cancelled = sign_up(meeting, family_name="Partie")
    sign_up(meeting, family_name="Attend")
    seats.cancel(cancelled, now=NOW)

    assert order_on_the_sheet(meeting) == [confirmed.family_name]


def test_who_was_erased_after_coming_leaves_no_line(meeting):
    came = reception.check_in(sign_up(meeting), now=START)
    corrections.erase(came, now=START)

    assert order_on_the_sheet(meeting) == []
    assert "Essai" not in Paper(badges.drawn(meeting, now=NOW)).text


def test_two_hundred_people_fill_pages_that_each_repeat_the_head():
    meeting = make_morning()
    for number in range(200):
        sign_up(meeting, family_name=f"Nom {number:03}")

    paper = signed(meeting)

    count = len(paper.pages)
    assert count > 5
    for rank, text in enumerate(paper.pages, start=1):
        assert "Signature" in text
        assert f"{rank}/{count}" in text
    assert all(f"Nom {number:03}" in paper.text for number in range(200))
    assert len(Paper(badges.drawn(meeting, now=NOW)).pages) == 20


def test_a_meeting_nobody_registered_for_has_lines_to_fill_in(meeting):
    assert len(signed(meeting).pages) == 1
    assert len(Paper(badges.drawn(meeting, now=NOW)).pages) == 1


def test_what_looks_like_markup_is_printed_as_it_was_typed(meeting):
    sign_up(meeting, family_name=MARKUP)

    for draw in (sheet.drawn, badges.drawn):
        text = Paper(draw(meeting, now=NOW)).text
        assert all(part in text for part in MARKUP.split())


def test_whatever_a_name_holds_the_sheet_is_drawn(meeting):
    people = [
        {"family_name": text, "given_name": "", "organisation": text}
        for text in NAUGHTY[::3]
    ]
    facts = {**sheet.facts(meeting, now=NOW), "people": people}

    assert Paper(pdf.drawn(sheet.TEMPLATE, facts, now=NOW)).is_tagged


def test_a_sign_no_font_has_leaves_the_rest_legible(meeting):
    sign_up(meeting, family_name="Marie 漢 😀 Dubois")

    assert "Marie □ □ Dubois" in signed(meeting).text


def test_a_very_long_name_stays_whole_and_on_its_line(meeting):
    name = "Wolfeschlegelsteinhausenbergerdorff" * 2
    sign_up(meeting, family_name=name, organisation="W" * 160)

    for draw in (sheet.drawn, badges.drawn):
        paper = Paper(draw(meeting, now=NOW))
        assert len(paper.pages) == 1
        assert name in paper.text.replace("\n", "")


def test_a_paper_speaks_the_language_it_is_asked_in(meeting):
    with translation.override("nl"):
        paper = signed(meeting)

    assert paper.language == "nl"


def test_the_same_facts_give_the_same_paper(meeting):
    sign_up(meeting)

    assert sheet.drawn(meeting, now=NOW) == sheet.drawn(meeting, now=NOW)
    assert sheet.drawn(meeting, now=NOW) != sheet.drawn(
        meeting, now=NOW + timedelta(days=1)
    )
