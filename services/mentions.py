"""Where else a service is spoken of: rooms above add what they know.

A room registers a function of ``(service, now)`` that gives ``Mention``s; it answers
for showing only what anybody may read.
"""

from dataclasses import dataclass
from datetime import date

_tellers = []


@dataclass(frozen=True)
class Mention:
    title: str
    url: str
    on: date
    is_past: bool
    # How many came, where that was counted.
    attendance: int | None = None


def teller(tell):
    """Register ``tell``, once however often it is asked."""
    if tell not in _tellers:
        _tellers.append(tell)
    return tell


def of(service, now):
    """All that is said of ``service``, what is to come first, then the latest."""
    found = [mention for tell in _tellers for mention in tell(service, now)]
    coming = sorted((one for one in found if not one.is_past), key=_day)
    past = sorted((one for one in found if one.is_past), key=_day, reverse=True)
    return coming + past


def _day(mention):
    return mention.on
