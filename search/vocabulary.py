"""The words that public entries are made of: to complete one, and to mend one.

Kept in the memory of each process for one edition. A word that no public entry holds
any more may still be listed: whoever shows one asks the snapshot first.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from portal.core import edition
from search import dictionary, snapshot, tokens
from search.models import IndexedWord

SHORTEST_MENDED = 4
# From so many letters on, two mistakes are forgiven.
LONG = 8
END = "\U0010ffff"


@dataclass(frozen=True)
class Vocabulary:
    words: tuple  # sorted

    def beginning(self, start, limit):
        """Words that begin with ``start``, itself not, ``limit`` at most."""
        first = bisect_left(self.words, start)
        last = bisect_left(self.words, start + END, lo=first)
        found = self.words[first : min(last, first + limit + 1)]
        return [word for word in found if word != start][:limit]

    def __contains__(self, word):
        place = bisect_left(self.words, word)
        return self.words[place : place + 1] == (word,)

    @cached_property
    def by_length(self):
        """{length: [(the letters of it as bits, word)]}"""
        found = {}
        for word in self.words:
            if len(word) >= SHORTEST_MENDED:
                found.setdefault(len(word), []).append((_letters(word), word))
        return found

    def near(self, word):
        """(mistakes, word) of what may have been meant by ``word``."""
        if len(word) < SHORTEST_MENDED or not word.isalpha():
            return []
        allowed = 2 if len(word) >= LONG else 1
        letters = _letters(word)
        met = []
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            for others, other in self.by_length.get(length, ()):
                if (letters ^ others).bit_count() <= 2 * allowed:
                    mistakes = distance(word, other, allowed)
                    if 0 < mistakes <= allowed:
                        met.append((mistakes, other))
        return met


def current():
    return edition.kept("search-vocabulary", _read)


def _read():
    words = set(IndexedWord.objects.values_list("word", flat=True))
    words |= set(filter(tokens.is_word, snapshot.current().fresh))
    words |= dictionary.current().words
    return Vocabulary(tuple(sorted(words)))


def _letters(word):
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 32)
    return bits


def distance(one, other, most):
    """Letters added, left out, changed, swapped; ``most`` + 1 where there are more."""
    earlier, last = [], list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, facing in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != facing))
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 1] + other[j - 2]:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        earlier, last = last, row
    return last[-1]
