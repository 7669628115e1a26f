"""The best lines of a text for a reader's words, those words marked."""

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.html import escape
from django.utils.safestring import mark_safe

from portal.core.analysis import CHUNK, dutch, first_of_stem, read_chunk
from search import tokens
from search.matching import WRITTEN

LENGTH = 200  # signs
# Read for the lines where most of the words are: the beginning of the text or, where
# none is there, as much from the first one on.
STRETCH = 6_000
BEFORE = 60
BLANK = " "


@dataclass(frozen=True)
class Wanted:
    """Tokens looked for in texts."""

    tokens: frozenset = frozenset()

    @cached_property
    def beginnings(self):
        """Of the stems among them, the language and the first letter."""
        return {token[:4] for token in self.tokens}

    def holds(self, forms, language):
        for form in forms:
            if form in self.tokens or self._holds_stem(form, language):
                return True
            if language == "nl" and not self.tokens.isdisjoint(dutch.parts(form)):
                return True
        return False

    def _holds_stem(self, form, language):
        first = first_of_stem(form, language)
        if first and f"{language}:{first}" not in self.beginnings:
            return False
        return tokens.stemmed(form, language) in self.tokens


@dataclass(frozen=True)
class Marker:
    """Knows the tokens of the reader's words, and of what stands for them."""

    wanted: Wanted = Wanted()
    instead: Wanted = Wanted()
    # What was met in each chunk, by language: texts of one page of results are alike.
    _met: dict = field(default_factory=dict, compare=False)

    def marked(self, text, language):
        """``text`` as HTML, the words looked for in ``mark``."""
        pieces = self._pieces(text, self._spans(text, language))
        return mark_safe("".join(pieces))  # noqa: S308 - each piece is escaped

    def extract(self, text, language):
        """Some lines around the first words looked for, else the first lines."""
        text = text.strip()
        spans = self._spans(text, language) if len(text) > LENGTH else []
        start = self._start(text, spans) if spans else 0
        end = _blank_before(text, start + LENGTH)
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return self.marked(f"{before}{text[start:end]}{after}", language)

    def _start(self, text, spans):
        """Where most of the words are, in one stretch."""
        starts = [start for start, _end in spans]
        inside = [
            (bisect_left(starts, start + LENGTH - BEFORE) - number, -start)
            for number, start in enumerate(starts)
        ]
        start = -max(inside)[1]
        return 0 if start < BEFORE * 2 else _blank_before(text, start - BEFORE)

    def _pieces(self, text, spans):
        done = 0
        for start, end in spans:
            if start > done:
                yield escape(text[done:start])
            yield f"<mark>{escape(text[start:end])}</mark>"
            done = end
        if done < len(text):
            yield escape(text[done:])

    def _spans(self, text, language):
        end = _blank_before(text, STRETCH)
        spans = self._within(text, language, 0, end)
        return spans or self._further(text, language, end)

    def _further(self, text, language, start):
        for at, _met in self._held(text, language, start, len(text)):
            return self._within(text, language, at, _blank_before(text, at + STRETCH))
        return []

    def _within(self, text, language, start, end):
        own, other = [], []
        for at, met in self._held(text, language, start, end):
            for first, last, is_own in met:
                (own if is_own else other).append((at + first, at + last))
        return own or other

    def _held(self, text, language, start, end):
        """(place, words) of the chunks in which a word looked for stands."""
        met = self._met.setdefault(language, {})
        for chunk in CHUNK.finditer(text, start, end):
            written = chunk.group()
            if written not in met:
                met[written] = tuple(self._met_in(written, language))
            if met[written]:
                yield chunk.start(), met[written]

    def _met_in(self, written, language):
        """(start, end, whether it is the reader's own) of words of a chunk."""
        for word in read_chunk(written).words:
            is_own = self.wanted.holds(word.forms, language)
            if is_own or self.instead.holds(word.forms, language):
                yield word.start, word.end, is_own


def marker(asked):
    """Marks the reader's words and, in a text without any, what stands for them."""
    own, other = set(), set()
    for way in (way for wish in asked.wishes for way in wish.ways):
        held = own if way.reason in WRITTEN else other
        held.update(token for one_of in way.all_of for token in one_of)
    return Marker(Wanted(frozenset(own)), Wanted(frozenset(other)))


def _blank_before(text, place):
    if place >= len(text):
        return len(text)
    blank = text.rfind(BLANK, 0, place)
    return blank + 1 if blank > place - BEFORE else place
