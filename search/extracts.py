"""The best lines of a text for a reader's words, those words marked."""

from dataclasses import dataclass

from portal.core.analysis import dutch, read
from search import tokens

LENGTH = 200  # signs
BEFORE = 60
BLANK = " "


@dataclass(frozen=True)
class Piece:
    text: str
    is_marked: bool = False


@dataclass(frozen=True)
class Marker:
    """Knows the tokens that were looked for."""

    wanted: frozenset

    def pieces(self, text, language):
        """``text`` in pieces, the words looked for apart."""
        return list(self._pieces(text, self._spans(text, language)))

    def extract(self, text, language):
        """Some lines around the first words looked for, else the first lines."""
        text = text.strip()
        spans = self._spans(text, language) if len(text) > LENGTH else []
        start = self._start(text, spans) if spans else 0
        end = _blank_before(text, start + LENGTH)
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return self.pieces(f"{before}{text[start:end]}{after}", language)

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
                yield Piece(text[done:start])
            yield Piece(text[start:end], is_marked=True)
            done = end
        if done < len(text):
            yield Piece(text[done:])

    def _spans(self, text, language):
        return [
            (word.start, word.end)
            for word in read(text).words
            if any(self._is_wanted(form, language) for form in word.forms)
        ]

    def _is_wanted(self, form, language):
        if form in self.wanted or tokens.stemmed(form, language) in self.wanted:
            return True
        parts = dutch.parts(form) if language == "nl" else ()
        return any(part in self.wanted for part in parts)


def marker(asked):
    """Marks what answers ``asked``, as long as it is telling."""
    return Marker(
        frozenset(
            token
            for wish in asked.wishes
            for way in wish.ways
            for one_of in way.all_of
            for token in one_of
        )
    )


def _blank_before(text, place):
    if place >= len(text):
        return len(text)
    blank = text.rfind(BLANK, 0, place)
    return blank + 1 if blank > place - BEFORE else place
