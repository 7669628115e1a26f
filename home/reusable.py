"""What the page about reuse lists: the addresses and the filters that exist."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from events.forms import FeedFilter

NAMES = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}


@dataclass(frozen=True)
class Link:
    name: str
    url: str


@dataclass(frozen=True)
class News:
    title: str
    words: str
    links: list[Link]


@dataclass(frozen=True)
class Filter:
    label: str
    # In the addresses of calendars, in the reader's language, and in those of programs.
    key: str
    name: str


def news():
    return [
        _news(
            "agenda_news", _("News of the agenda"), _("What is announced or changes.")
        ),
        _news(
            "trainings_news",
            _("News of the trainings"),
            _("Trainings, intervisions, supervisions and shared expertise."),
        ),
        _news(
            "directory_news",
            _("News of the directory"),
            _("Services that come, change or close."),
        ),
        _news(
            "reports_news", _("News of the reports"), _("What meetings leave behind.")
        ),
    ]


def filters():
    form = FeedFilter()
    return [
        Filter(field.label, form.add_prefix(name), name)
        for name, field in form.fields.items()
    ]


def _news(address, title, words):
    links = [Link(name, reverse(address, args=[end])) for end, name in NAMES.items()]
    return News(title, words, links)
