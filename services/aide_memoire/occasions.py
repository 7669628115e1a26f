"""What an edition was handed out at. Rooms above know, and say so here."""

from dataclasses import dataclass

FINDERS = []


@dataclass(frozen=True)
class Occasion:
    name: str
    url: str


def told_by(finder):
    """Ask ``finder`` too: a function that gives the occasions of an edition."""
    if finder not in FINDERS:
        FINDERS.append(finder)


def of(edition):
    return [occasion for finder in FINDERS for occasion in finder(edition)]
