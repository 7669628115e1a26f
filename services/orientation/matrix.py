"""How many services of each type work in each commune, by the area they serve."""

from dataclasses import dataclass

from portal.core.models import Bassin, Commune
from services import addresses
from services.models.aide_memoire_page import AideMemoirePage
from services.models.taxonomy import Axis, Term
from services.orientation import coverage


@dataclass(frozen=True)
class Crossing:
    """A count, and where it is listed; nothing there where there is none."""

    commune: Commune
    count: int
    url: str


@dataclass(frozen=True)
class Row:
    term: Term
    crossings: list[Crossing]


@dataclass(frozen=True)
class Matrix:
    bassin: Bassin | None
    bassins: list
    communes: list
    rows: list[Row]
    # Types no service works under in any of these communes.
    absent: list[Term]


def of(bassin=None):
    """The matrix of ``bassin``, else of the one whose aide-mémoire is published."""
    bassin = bassin or own_bassin()
    communes = Commune.objects.filter(is_commune=True)
    communes = list(communes.filter(bassin=bassin) if bassin else communes)
    known = coverage.here()
    rows = [
        Row(term, [_crossing(term, commune, known) for commune in communes])
        for term in Term.objects.of(Axis.SERVICE_TYPES)
    ]
    return Matrix(
        bassin=bassin,
        bassins=list(Bassin.objects.all()),
        communes=communes,
        rows=[row for row in rows if _holds_any(row)],
        absent=[row.term for row in rows if not _holds_any(row)],
    )


def own_bassin():
    pages = AideMemoirePage.objects.published().select_related("bassin")
    page = pages.exclude(bassin=None).first()
    return page.bassin if page else None


def _crossing(term, commune, known):
    count = known.count(type_=term, commune=commune)
    url = addresses.directory(types=[term.code], communes=[commune.slug])
    return Crossing(commune, count, url if count else "")


def _holds_any(row):
    return any(crossing.count for crossing in row.crossings)
