"""The tree of pages, in French."""

import re

from wagtail.models import Page

from events.models import (
    ActionsPage,
    AgendaPage,
    Concertation,
    ConcertationIndexPage,
    ConcertationPage,
    WatchPage,
)
from home.content import reading
from home.content.network import HOME_BASSIN
from home.content.starter_pages import (
    ACTIONS,
    AGENDA,
    CONCERTATION_INDEX,
    CONCERTATION_PAGES,
    DIRECTORY,
    HOME,
    PLAIN_PAGES,
    TRAINING_NEEDS,
    TRAININGS,
    WATCH,
)
from home.models import HomePage, StandardPage
from home.starter.planting import plant
from services.models import DirectoryPage
from trainings.models import TrainingNeedsPage, TrainingsPage

# Where a text leaves room for how to reach the team, or for what is kept of people.
ROOM_FOR_A_BLOCK = re.compile(r"<!-- (team|record) -->")


def load(home=None):
    """Every page a site starts from, by its name, below ``home`` or a new home page."""
    pages = {"home": home or _home()}
    pages["agenda"] = _section(pages["home"], AgendaPage, "agenda", AGENDA)
    pages["concertations"] = _section(
        pages["home"], ConcertationIndexPage, "concertations", CONCERTATION_INDEX
    )
    pages["directory"] = _section(pages["home"], DirectoryPage, "annuaire", DIRECTORY)
    pages["trainings"] = _section(pages["home"], TrainingsPage, "formations", TRAININGS)
    pages["training-needs"] = plant(
        pages["trainings"], TrainingNeedsPage, name="besoins", **TRAINING_NEEDS
    )
    for code, words in CONCERTATION_PAGES.items():
        pages[code] = _concertation(pages["concertations"], code, words)
    pages["watch"] = _beside(pages["concertations"], WatchPage, "veille", WATCH)
    pages["actions"] = _beside(pages["concertations"], ActionsPage, "actions", ACTIONS)
    for slug, words in PLAIN_PAGES.items():
        pages[slug] = _plain_page(pages, slug, words)
    return pages


def _home():
    root = Page.get_first_root_node()
    return plant(root, HomePage, name="home", slug="accueil", **HOME)


def _section(home, page_class, slug, words):
    return plant(home, page_class, name=slug, slug=slug, show_in_menus=True, **words)


def _beside(concertations, page_class, slug, words):
    return plant(concertations, page_class, name=slug, slug=slug, **words)


def _concertation(index, code, words):
    concertation = Concertation.objects.get(theme__code=code, bassin__code=HOME_BASSIN)
    return plant(
        index,
        ConcertationPage,
        name=f"concertation-{code}",
        slug=code,
        concertation=concertation,
        **words,
    )


def _plain_page(pages, slug, words):
    """Its text may link to the pages before it, whatever their numbers are here."""
    numbers = {name: page.pk for name, page in pages.items()}
    text = reading.text(slug).format(**numbers)
    # Texts and names of blocks, by turns.
    first, *rest = ROOM_FOR_A_BLOCK.split(text)
    body = [("text", first)]
    for name, following in zip(rest[::2], rest[1::2], strict=True):
        body += [(name, None), ("text", following)]
    return plant(pages["home"], StandardPage, name=slug, slug=slug, body=body, **words)
