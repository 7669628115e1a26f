"""The best lines of a text for a reader's words, those words marked."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import mark_safe

from portal.core.analysis import dutch, read
from search import tokens
from search.matching import WRITTEN

LENGTH = 200  # signs
BEFORE = 60
BLANK = " "


@dataclass(frozen=True)
class Marker:
    """Knows the tokens of the reader's words, and of what stands for them."""

    wanted: frozenset = frozenset()
    instead: frozenset = frozenset()

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
        inside = [
            (
                sum(start <= other < start + LENGTH - BEFORE for other, _ in spans),
                -start,
            )
            for start, _end in spans
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
        words = read(text).words
        spans = [w for w in words if _is_among(self.wanted, w, language)]
        spans = spans or [w for w in words if _is_among(self.instead, w, language)]
        return [(word.start, word.end) for word in spans]


def _is_among(wanted, word, language):
    for form in word.forms:
        if form in wanted or tokens.stemmed(form, language) in wanted:
            return True
        if language == "nl" and not wanted.isdisjoint(dutch.parts(form)):
            return True
    return False


def marker(asked):
    """Marks the reader's words and, in a text without any, what stands for them."""
    own, other = set(), set()
    for way in (way for wish in asked.wishes for way in wish.ways):
        held = own if way.reason in WRITTEN else other
        held.update(token for one_of in way.all_of for token in one_of)
    return Marker(frozenset(own), frozenset(other))


def _blank_before(text, place):
    if place >= len(text):
        return len(text)
    blank = text.rfind(BLANK, 0, place)
    return blank + 1 if blank > place - BEFORE else place
