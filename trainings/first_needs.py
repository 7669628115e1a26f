"""The first needs of the list, for another page than theirs."""

from dataclasses import dataclass

from trainings import board
from trainings.doors import NEEDS
from trainings.models import TrainingNeed


@dataclass(frozen=True)
class FirstNeeds:
    rows: list
    # Of all there are.
    count: int


def of(now, limit):
    """None where there is none, or nobody may read them in the reader's language."""
    count = TrainingNeed.objects.public().count() if NEEDS.is_public() else 0
    return FirstNeeds(board.rows(now, limit), count) if count else None
