"""Parts of the lists programs read; nothing here knows HTTP.

``told_by`` says which pages make a meeting public: those that announce it, or those
that report on it. Facts are dated by the entries of calendars, which everything they
tell of marks as it changes.
"""

from dataclasses import dataclass

from django.db.models import F

from events.announcements import Words, public
from events.api import cursors


@dataclass(frozen=True)
class Part:
    lines: list
    # Where the next part begins, or nothing after the last one.
    cursor: cursors.Cursor | None


def part(asked, told_by, now):
    """The lines asked for, in order of date, in the active language."""
    meetings = asked.among(_dated(told_by, asked))
    if cursor := asked.value("cursor"):
        meetings = cursor.beyond(meetings)
    found = list(meetings.order_by(*cursors.ORDER)[: asked.count + 1])
    shown = found[: asked.count]
    return Part(
        lines=list(Words(shown).lines(now, told_by)),
        cursor=cursors.after(shown[-1]) if len(found) > len(shown) else None,
    )


def one(asked, told_by, now, **identity):
    """The line of the one meeting of this identity, or None."""
    meetings = _dated(told_by, asked).filter(**identity)
    return next(Words(meetings).lines(now, told_by), None)


def _dated(told_by, asked):
    """Meetings with the moment anything about them changed, ``updated_at``."""
    entry = {"calendar_entries__language": asked.language_code}
    if since := asked.value("updated_since"):
        entry["calendar_entries__changed_at__gte"] = since
    meetings = public(told_by).filter(**entry).with_subjects()
    return meetings.annotate(updated_at=F("calendar_entries__changed_at"))
