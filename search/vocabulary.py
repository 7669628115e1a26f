"""The words that public entries are made of: to complete one, and to mend one.

Kept in the memory of each process: those of the postings until these change, those of
fresh entries and of synonyms for one edition. A word that no public entry holds any
more may still be listed: whoever shows one asks the snapshot first.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from portal.core import edition
from search import dictionary, snapshot, tokens
from search.models import IndexedWord
from search.typing_errors import distance, letters

SHORTEST_MENDED = 4
# From so many letters on, two mistakes are forgiven.
LONG = 8
END = "\U0010ffff"


@dataclass(frozen=True)
class Words:
    sorted: tuple

    def beginning(self, start, limit):
        """Words that begin with ``start``, ``limit`` at most."""
        first = bisect_left(self.sorted, start)
        last = bisect_left(self.sorted, start + END, lo=first)
        return self.sorted[first : min(last, first + limit)]

    def __contains__(self, word):
        place = bisect_left(self.sorted, word)
        return self.sorted[place : place + 1] == (word,)

    @cached_property
    def by_length(self):
        """{length: [(the letters of it as bits, word)]}"""
        found = {}
        for word in self.sorted:
            if len(word) >= SHORTEST_MENDED:
                found.setdefault(len(word), []).append((letters(word), word))
        return found


@dataclass(frozen=True)
class Vocabulary:
    """Several lists of words read as one."""

    lists: tuple

    def beginning(self, start, limit):
        """Words that begin with ``start``, itself not, ``limit`` at most."""
        found = {word for one in self.lists for word in one.beginning(start, limit + 1)}
        return sorted(found - {start})[:limit]

    def __contains__(self, word):
        return any(word in one for one in self.lists)

    def near(self, word):
        """(mistakes, word) of what may have been meant by ``word``."""
        if len(word) < SHORTEST_MENDED or not word.isalpha():
            return []
        allowed = 2 if len(word) >= LONG else 1
        near = {
            (mistakes, other)
            for other in self._alike(word, allowed)
            if 0 < (mistakes := distance(word, other)) <= allowed
        }
        return sorted(near)

    def _alike(self, word, mistakes):
        """Words about as long, made of about the same letters."""
        own, most = letters(word), 2 * mistakes
        for length in range(len(word) - mistakes, len(word) + mistakes + 1):
            lists = (one.by_length.get(length, ()) for one in self.lists)
            for others, other in chain.from_iterable(lists):
                if (own ^ others).bit_count() <= most:
                    yield other


def current():
    return edition.kept("search-vocabulary", _read)


def _read():
    index, known = snapshot.current(), dictionary.current().words
    fresh = filter(tokens.is_word, index.fresh)
    indexed = edition.kept("search-words", _indexed, version=index.state)
    return Vocabulary((indexed, Words(tuple(sorted({*fresh, *known})))))


def _indexed():
    return Words(tuple(sorted(IndexedWord.objects.values_list("word", flat=True))))
