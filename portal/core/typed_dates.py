"""Dates and hours as people type them in French: « 12 mai », « 12/06/2026 », « 9h »."""

import re
from dataclasses import dataclass
from datetime import time

MONTHS = {
    "janvier": 1,
    "février": 2,
    "mars": 3,
    "avril": 4,
    "mai": 5,
    "juin": 6,
    "juillet": 7,
    "août": 8,
    "septembre": 9,
    "octobre": 10,
    "novembre": 11,
    "décembre": 12,
}
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

IN_WORDS = re.compile(
    rf"(?<![\d/])(?P<day>\d{{1,2}})(?:er)?\s+(?P<month>{'|'.join(MONTHS)})\b"
    r"(?:\s+(?P<year>\d{4}))?",
    re.IGNORECASE,
)
IN_FIGURES = re.compile(
    r"(?<![\d/.])(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)"
    r"(?P<year>\d{4}|\d{2})(?![\d/])"
)
HOUR = re.compile(r"(?<![\d/])(\d{1,2})\s?h(?:eures?)?(?:\s?(\d{2}))?\b", re.IGNORECASE)


@dataclass(frozen=True)
class TypedDate:
    text: str
    start: int
    end: int
    day: int
    month: int
    # None where the writer left it out.
    year: int | None


def dates(text):
    """The dates typed in ``text``, in their order."""
    found = [
        *(_in_words(match) for match in IN_WORDS.finditer(text)),
        *(_in_figures(match) for match in IN_FIGURES.finditer(text)),
    ]
    plausible = (date for date in found if _exists(date))
    return sorted(plausible, key=lambda date: date.start)


def hours(text):
    """The hours typed in ``text``, in their order."""
    found = ((int(hour), int(minute or 0)) for hour, minute in HOUR.findall(text))
    return [time(*parts) for parts in found if parts < (24, 0) and parts[1] < 60]


def _in_words(match):
    year = int(match["year"]) if match["year"] else None
    return _typed(match, MONTHS[match["month"].lower()], year)


def _in_figures(match):
    year = int(match["year"])
    return _typed(match, int(match["month"]), year if year > 99 else 2000 + year)


def _typed(match, month, year):
    start, end = match.span()
    return TypedDate(match[0], start, end, int(match["day"]), month, year)


def _exists(date):
    return 1 <= date.day <= 31 and 1 <= date.month <= 12
