"""The register of impasses: dead ends, counted by the levels of a support team.

What is shown is the last twelve months, by difficulty; fewer than five of a kind are
not told (``services.support.disclosure``). Nothing tells where one came from.
"""

from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone

from events.models.impasse import Impasse
from portal.core import retention
from services.models import SupportLevel, SupportOutcome
from services.support import disclosure

MONTHS = 12


@dataclass(frozen=True)
class Row:
    difficulty: SupportOutcome
    # None where it is hidden.
    count: int | None


@dataclass(frozen=True)
class Level:
    level: SupportLevel
    rows: list


@dataclass(frozen=True)
class Register:
    """The levels in their order, with what was met at each; empty while nothing was."""

    levels: list
    months: int = MONTHS
    fewest: int = disclosure.FEWEST


def register(now):
    """What anybody may read."""
    today = timezone.localdate(now)
    since = retention.months_after(today.replace(day=1), -(MONTHS - 1))
    return Register(_levels(Impasse.objects.between(since, today)))


def _levels(impasses):
    """Each difficulty that was met, under its level; small counts hidden."""
    counted = impasses.order_by().values_list("difficulty").annotate(Count("pk"))
    counts = dict(counted)
    met = SupportOutcome.objects.filter(pk__in=counts).select_related("level")
    shown = disclosure.protected([[counts[one.pk]] for one in met])
    by_level = {}
    for one, (count,) in zip(met, shown, strict=True):
        by_level.setdefault(one.level, []).append(Row(one, count))
    return [Level(level, rows) for level, rows in by_level.items()]


def note(difficulty, *, now, sector="", bassin=None):
    """One more impasse; only its month is kept."""
    return Impasse.objects.create(
        level=difficulty.level,
        difficulty=difficulty,
        sector=sector,
        bassin=bassin,
        met_on=timezone.localdate(now).replace(day=1),
    )
