"""How long personal data is kept, and its removal.

Each room says here what it keeps of people: what for, on what ground, who sees it and
until when. The record of processing on the page about privacy is drawn from that, so
it cannot say anything else than what the removal does. What removes is a periodic verb
of the room; boundaries are days in Brussels.
"""

import calendar
from dataclasses import dataclass

from django.utils import timezone


@dataclass(frozen=True)
class Treatment:
    """One use of personal data, in words (lazy ones) for those it is about."""

    title: str
    purpose: str
    data: str
    # Empty where whoever answers for the portal has still to give it.
    basis: str
    seen_by: str
    kept: str


TREATMENTS = {}


def declare(name, treatment):
    """Enter a treatment in the record, once per name."""
    TREATMENTS[name] = treatment


def record():
    """The record of processing (GDPR, article 30), as the portal itself knows it."""
    return list(TREATMENTS.values())


def months_after(day, months):
    """The same day so many months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    last = calendar.monthrange(year, month)[1]
    return day.replace(year=year, month=month, day=min(day.day, last))


def is_due(day, now):
    """True from the first moment of ``day`` on, in Brussels."""
    return timezone.localdate(now) >= day
