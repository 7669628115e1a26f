"""The training needs and what answers them, as the synthesis tells them."""

from dataclasses import dataclass

from trainings import board


@dataclass(frozen=True)
class Row:
    # The rank in force; None where no meeting ranked it.
    rank: int | None
    title: str
    answer: str


def rows(now):
    """Every public need in its order, with all that answers it so far."""
    return [
        Row(row.need.rank, row.title.text, row.answer.words) for row in board.rows(now)
    ]
