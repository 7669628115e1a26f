"""« Qui fait quoi ? »: the same eight lines, side by side for some types."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from services import addresses
from services.models.taxonomy import Axis, Term
from services.models.type_profile import TypeProfile
from services.orientation import coverage
from services.wording import said

LINES = (
    ("for_whom", _("For whom")),
    ("how_to_ask", pgettext_lazy("of a type of service", "How to ask")),
    ("delay", _("Delay")),
    ("where", _("Where")),
    ("languages", _("Languages")),
    ("cost", _("Cost")),
    ("not_offered", _("What they do not do")),
    ("refer_elsewhere", _("When to orient elsewhere")),
)


@dataclass(frozen=True)
class Column:
    """One type, with the services of it that the directory lists."""

    term: Term
    count: int
    url: str
    source: str


@dataclass(frozen=True)
class Cell:
    """Nothing where nobody wrote it yet."""

    column: str
    text: str
    language: str


@dataclass(frozen=True)
class Row:
    label: str
    cells: list[Cell]


@dataclass(frozen=True)
class Choice:
    term: Term
    is_chosen: bool


@dataclass(frozen=True)
class Comparison:
    columns: list[Column]
    rows: list[Row]
    choices: list[Choice]


def of(terms):
    """The comparison of ``terms``; of those the editors chose where there is none."""
    profiles = {one.term_id: one for one in TypeProfile.objects.select_related("term")}
    chosen = terms or [one.term for one in profiles.values() if one.is_compared_first]
    known = coverage.here()
    pairs = [(term, profiles.get(term.pk) or TypeProfile(term=term)) for term in chosen]
    return Comparison(
        columns=[_column(term, profile, known) for term, profile in pairs],
        rows=[_row(name, str(label), pairs) for name, label in LINES],
        choices=[
            Choice(term, term in chosen) for term in Term.objects.of(Axis.SERVICE_TYPES)
        ],
    )


def _column(term, profile, known):
    return Column(
        term=term,
        count=known.count(type_=term),
        url=addresses.directory(types=[term.code]),
        source=profile.source,
    )


def _row(name, label, pairs):
    return Row(
        label,
        [
            Cell(term.name, text.text, text.lang)
            for term, text in ((term, said(profile, name)) for term, profile in pairs)
        ],
    )
