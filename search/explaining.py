"""Why an entry was found: for each word asked for, what in it answers."""

from dataclasses import dataclass

from portal.core.searchable import Field
from search.matching import WEIGHTS, levels_of


@dataclass(frozen=True)
class Answer:
    wish: str
    # Nothing where the entry does not hold it.
    text: str = ""
    reason: str = ""
    field: Field | None = None


def explain(asked, snapshot, place):
    """The surest answer of the entry at ``place`` to each wish."""
    bit = 1 << place
    return [_surest(wish, snapshot, bit) for wish in asked.wishes]


def _surest(wish, snapshot, bit):
    answers = [
        (way.worth * WEIGHTS[number], Answer(wish.text, way.text, way.reason, number))
        for way in wish.ways
        for number, bits in levels_of(way, snapshot).items()
        if bits & bit
    ]
    best = max(answers, key=lambda one: one[0], default=(0, Answer(wish.text)))
    return best[1]
