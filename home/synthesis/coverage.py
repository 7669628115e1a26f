"""The seven needs against meetings and services: an empty cell is worth a meeting."""

from dataclasses import dataclass

from home.synthesis import gathering
from services import front_door
from services.models import Need
from services.orientation import coverage


@dataclass(frozen=True)
class Row:
    need: Need
    meetings: int
    # One count a commune, in their order.
    services: list[int]


@dataclass(frozen=True)
class Matrix:
    communes: list
    rows: list[Row]

    @property
    def gaps(self):
        """The needs no meeting was about, or no service answers in some commune."""
        return [row for row in self.rows if not row.meetings or 0 in row.services]


def of(synthesis):
    communes = gathering.communes_of(synthesis.scope.bassins)
    communes = communes if front_door.is_public() else []
    about = gathering.meetings_by_need([one.pk for one in synthesis.meetings])
    known = coverage.here()
    return Matrix(
        communes=communes,
        rows=[
            Row(
                need=need,
                meetings=about[need.pk],
                services=[known.count(need=need, commune=one) for one in communes],
            )
            for need in gathering.all_needs()
        ],
    )
