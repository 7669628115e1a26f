"""Titles that begin like what is being typed; the last word may be unfinished."""

from dataclasses import dataclass

from portal.core import searchable
from portal.core.analysis import words
from portal.core.searchable import Field
from search import extracts, snapshot, telling, tokens, vocabulary
from search.matching import Found, ties

MOST = 8
# Words that one beginning may be completed to.
COMPLETIONS = 60
MAX_WORDS, MAX_SIGNS = 8, 60
LEVELS = {Field.NAME: 4, Field.TERM: 2}
# What begins so is less sure than what is written so.
WHOLE_WORD = 2


@dataclass(frozen=True)
class Suggestion:
    title: str
    kind: str
    url: str

    def as_json(self):
        return {"title": self.title, "kind": self.kind, "url": self.url}


def suggest(query, *, language):
    """A few public entries for what is typed so far."""
    typed = tuple(words(query)[:MAX_WORDS])
    if not typed or len("".join(typed)) > MAX_SIGNS:
        return []
    return _find(typed, language)


def _find(typed, language):
    index = snapshot.current()
    *whole, last = typed
    steps = [[*_forms(word, language)] for word in whole]
    known = vocabulary.current()
    beginnings = known.beginning(last, COMPLETIONS)
    steps.append([*_forms(last, language), *((word, 1) for word in beginnings)])
    index.fetch(token for ways in steps for token, _worth in ways)
    found = Found(hits=index.alive)
    for ways in steps:
        found.hits &= _give(found.planes, ways, index)
    return _told(found, index, language)


def _forms(word, language):
    yield tokens.word(word), WHOLE_WORD
    yield tokens.stemmed(word, language), WHOLE_WORD


def _give(planes, ways, index):
    """Give each entry the best of what these tokens give; who has any."""
    by_weight = {}
    for token, worth in ways:
        for number, weight in LEVELS.items():
            bits = index.levels(token).get(number, 0)
            by_weight[worth * weight] = by_weight.get(worth * weight, 0) | bits
    met = 0
    for weight in sorted(by_weight, reverse=True):
        planes.add(weight, by_weight[weight] & ~met)
        met |= by_weight[weight]
    return met


def _told(found, index, language):
    shown = telling.Shown(found, index, extracts.Marker(), language)
    best = found.planes.best(found.hits, count=MOST, ties=ties(index))
    wordings = [(entry, shown.wording(entry)) for _place, entry in index.entries(best)]
    return [
        Suggestion(words.title, str(searchable.KINDS[entry.kind].label), words.url)
        for entry, words in wordings
        if words.url
    ]
