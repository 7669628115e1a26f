"""Why an entry was found: for each word asked for, what in it answers."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from portal.core.searchable import Field
from search.matching import WEIGHTS, levels_of

REASONS = {
    "word": _("as it is written"),
    "stem": _("by its stem"),
    "phrase": _("as a known phrase"),
    "synonym": _("by a synonym"),
    "beginning": _("by its beginning"),
}
FIELDS = {
    Field.NAME: _("name"),
    Field.TERM: _("terms and places"),
    Field.SUMMARY: _("summary, conditions"),
    Field.TEXT: _("text"),
    Field.FILE: _("text of a document"),
}


@dataclass(frozen=True)
class Answer:
    wish: str
    # Nothing where the entry does not hold it.
    text: str = ""
    reason: str = ""
    field: Field | None = None

    @property
    def reason_words(self):
        return REASONS.get(self.reason, "")

    @property
    def field_words(self):
        return FIELDS.get(self.field, "")


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
