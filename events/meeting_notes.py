"""Notes taken in the room, pasted as text, laid out in the sections of a report.

A line that says what comes below (« Veille », « Constats », « Pistes »…), alone or
before a colon, begins a section; every other line is an entry of the section it stands
in, or of the context where none was begun. No word is lost, and none is added.
"""

import re
from dataclasses import dataclass, field

from portal.core.analysis import fold

# How people head their notes, folded, in French, Dutch, English and Spanish.
HEADINGS = {
    "watch": ["veille", "veille des besoins", "besoins", "besoins entendus", "noden"],
    "obstacles": ["obstacles", "obstacles recurrents", "freins", "knelpunten"],
    "findings": ["constats", "constats et ajustements", "sondage", "vaststellingen"],
    "leads": ["pistes", "idees", "leads", "denksporen"],
    "actions": ["actions", "actions a mener", "suivi", "acties", "decisions"],
}
SECTION_OF = {words: name for name, all_ in HEADINGS.items() for words in all_}
BULLET = re.compile(r"^\s*(?:[-–—•*·◦▪]|\(?\d{1,2}[.)])\s+")
MOST_SIGNS = 20_000


@dataclass
class Notes:
    """The lines of each section, by its name; ``context`` is what came before."""

    context: list = field(default_factory=list)
    sections: dict = field(default_factory=dict)


def read(text):
    notes = Notes()
    current = notes.context
    for line in text.splitlines():
        words = BULLET.sub("", line).strip()
        if not words:
            continue
        name, rest = _heading(words)
        if name:
            current = notes.sections.setdefault(name, [])
            words = rest
        if words:
            current.append(words)
    return notes


def _heading(words):
    """The section that ``words`` begin, and what follows on the same line."""
    head, colon, rest = words.partition(":")
    name = SECTION_OF.get(" ".join(fold(head).split()))
    return (name, rest.strip()) if name and (colon or not rest) else (None, words)
