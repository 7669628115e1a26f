"""The page of a team, and what its presentation says, in its own words."""

from pathlib import Path

import pytest
from django.test import Client

from tests.home import test_source_facts
from tests.home.reading import comparable, words_on_screen

ADDRESS = "/fr/demander-un-appui/"
SOURCE = Path(test_source_facts.__file__).with_name("cellule_source.txt")
# Written in two ways on the slides; the page has the other one.
NOT_LINES = {"au niveau des patients/ usagers"}
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def answer(demo_in_database):
    return Client().get(ADDRESS)


def lines():
    """The entries of the slides; one that goes on on the next line is one."""
    text = SOURCE.read_text(encoding="utf-8").replace("\n\n", "\n")
    joined = []
    for raw in text.splitlines():
        line = raw.strip()
        goes_on = joined and raw[:1] not in "• " and line[:1].islower()
        goes_on = goes_on or line.startswith("« recette")
        if goes_on and joined[-1].startswith("•"):
            joined[-1] += f" {line}"
        elif line:
            joined.append(line)
    return [line.lstrip("• ").rstrip(" :.;") for line in joined]


def test_every_line_of_the_presentation_is_on_the_page_word_for_word(answer):
    screen = words_on_screen(answer)
    missing = [line for line in lines() if comparable(line) not in screen]

    assert [line for line in missing if comparable(line) not in NOT_LINES] == []


def test_the_page_stands_apart_in_the_menu_and_the_crisis_comes_first(answer):
    html = answer.content.decode()

    assert f'<li class="nav__last"><a class="nav__cta" href="{ADDRESS}"' in html
    main = html[html.index("<main") :]
    places = [main.index(part) for part in ("tel:112", 'class="dodont', "/helpdesk/")]
    assert places == sorted(places)


def test_the_front_page_leads_to_it(demo):
    home = Client().get("/fr/").content.decode()

    assert f'class="btn btn--hetre" href="{ADDRESS}"' in home
