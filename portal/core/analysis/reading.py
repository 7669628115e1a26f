"""The words of a text, each where it stands and with all it may be looked for by.

An inclusive form is read as every word it stands for, « (re)construction » as two
words, « l’urgence/la crise » as « urgence », « la », « crise ». Parts of a compound are
words, and the compound written in one is known too (« bas-seuil », « basseuil »).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from portal.core.analysis import inclusive
from portal.core.analysis.folding import MIDDLE_DOTS, WORD, letters

DOTS = MIDDLE_DOTS.pattern[1:-1]
WORD_SIGNS = "(?:[^\\W_][\u0300-\u036f]*)+"
HYPHENS, APOSTROPHES = "\u2010\u2011-", "'\u2019\u02bc\u2018"
JOINTS = f"[{DOTS}./{APOSTROPHES}{HYPHENS}]"
# Words with nothing between them but one joint, or a parenthesis inside.
CHUNK = re.compile(
    rf"\(?{WORD_SIGNS}(?:(?:{JOINTS}|\)[{DOTS}.]?|[{DOTS}.]?\([{HYPHENS}]?){WORD_SIGNS})*"
)
PIECE = re.compile(WORD_SIGNS)
PREFIX = re.compile(rf"\(({WORD_SIGNS})[{HYPHENS}]?\)({WORD_SIGNS})$")
INSIDE = re.compile(rf"({WORD_SIGNS})\(({WORD_SIGNS})\)({WORD_SIGNS})$")
ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?$")
ELIDED = "c d j l m n s t qu jusqu lorsqu puisqu quoiqu"
ELISIONS = frozenset(ELIDED.split())
LONGEST_KEPT = 60


class Word(NamedTuple):
    """A word between two places of the text, and the folded words it is read as."""

    start: int
    end: int
    forms: tuple


class Compound(NamedTuple):
    """Words ``first`` to ``last`` written as one."""

    first: int
    last: int
    form: str


class Chunk(NamedTuple):
    """What a run of signs without a blank is read as, wherever it stands."""

    # Places are those within the chunk.
    words: tuple
    # All of it written as one, where it is one compound.
    compound: str


@dataclass(frozen=True)
class Reading:
    text: str
    words: list[Word]
    compounds: list[Compound]

    @property
    def forms(self):
        """Every folded word the text may be looked for by, as often as it is read."""
        for word in self.words:
            yield from word.forms
        for compound in self.compounds:
            yield compound.form


def read(text):
    """What ``text``, free of markup, is read as; any text can be."""
    found, compounds = [], []
    for written in CHUNK.finditer(text):
        chunk, start = read_chunk(written.group()), written.start()
        if chunk.compound:
            last = len(found) + len(chunk.words) - 1
            compounds.append(Compound(len(found), last, chunk.compound))
        found += [Word(start + a, start + b, forms) for a, b, forms in chunk.words]
    return Reading(text, found, compounds)


def read_chunk(written):
    """What one chunk is read as: the same in every text."""
    return _kept(written) if len(written) <= LONGEST_KEPT else _read_chunk(written)


def _read_chunk(written):
    parts = _parts(written)
    words = tuple(Word(start, end, forms) for start, end, forms, _joins in parts)
    is_compound = len(parts) > 1 and all(part[3] for part in parts[:-1])
    return Chunk(words, "".join(w.forms[0] for w in words) if is_compound else "")


_kept = lru_cache(maxsize=50_000)(_read_chunk)


def _parts(chunk):
    """(start, end, forms, whether it is one compound with the next) of each word."""
    if chunk.isalpha():
        # As nearly all are: nothing of what follows can be met in it.
        return [(0, len(chunk), forms, False)] if (forms := _folded(chunk)) else []
    if ACRONYM.match(chunk):
        return [(0, len(chunk), (letters(chunk).replace(".", ""),), False)]
    found = PREFIX.match(chunk) or INSIDE.match(chunk)
    if found and (forms := _with_and_without(chunk, found)):
        return [(0, len(chunk), forms, False)]
    return [part for run in _runs(chunk) for part in _words_of(run)]


def _with_and_without(chunk, found):
    """« (re)construction », « medewerk(st)er »: the word, and the longer one."""
    pieces = found.groups()
    if chunk.startswith("("):
        shorter = pieces[1]
    elif inclusive.is_ending(pieces[1]) and inclusive.is_ending(pieces[2]):
        return inclusive.forms(*pieces)
    else:
        shorter = pieces[0] + pieces[2]
    return _folded(shorter) + _folded("".join(pieces))


def _runs(chunk):
    """Pieces of the chunk that are one word: (piece, endings…, joins the next)."""
    pieces = list(PIECE.finditer(chunk))
    run, runs = [pieces[0]], []
    for before, piece in pairwise(pieces):
        sign = chunk[before.end() : piece.start()]
        if _is_ending_of(run[0].group(), piece.group(), sign):
            run.append(piece)
        else:
            runs.append((run, sign in HYPHENS or sign in APOSTROPHES))
            run = [piece]
    return [*runs, (run, False)]


def _is_ending_of(word, piece, sign):
    if MIDDLE_DOTS.search(sign):
        return True
    return sign not in APOSTROPHES and inclusive.ends(word, piece)


def _words_of(run):
    pieces, joins = run
    texts = [piece.group() for piece in pieces]
    if joins and letters(texts[0]) in ELISIONS:
        return
    start, end = pieces[0].start(), pieces[-1].end()
    forms = inclusive.forms(*texts) if len(texts) > 1 else _folded(texts[0])
    if forms:
        yield start, end, forms, joins


def _folded(piece):
    """The piece as a word; some signs are several once folded (« ½ »)."""
    return tuple(WORD.findall(letters(piece)))
