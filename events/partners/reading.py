"""From the text of a partner's calendar to the dates it announces.

Days and hours become those of Brussels; a series becomes its dates of the twelve
months to come. What one entry says wrong leaves that entry out, with the reason; what
would harm the portal refuses the whole.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from events.models import PartnerEntry
from events.partners import content_lines, recurrence
from events.partners.parsing import date_key, on_the_wall, parse
from events.partners.refusals import RefusedCalendarError, UnreadableEntryError

AHEAD = timedelta(days=366)
MOST_SERIES = 100
# A date every week, and some; more is no announcement.
MOST_DATES_OF_A_SERIES = 60
CANCELLED, TENTATIVE = "CANCELLED", "TENTATIVE"


@dataclass(frozen=True)
class Announced:
    """One date a partner announces; ``facts`` are columns of a PartnerEntry."""

    uid: str
    recurrence_id: str
    sequence: int
    stamped_at: datetime | None
    facts: dict

    @property
    def key(self):
        return self.uid, self.recurrence_id


@dataclass
class Reading:
    announced: list = field(default_factory=list)
    # Why entries were left out, for the editor.
    left_out: list = field(default_factory=list)


def read(text, *, now):
    """What the calendar announces from ``now`` on, for twelve months.

    Raises RefusedCalendarError.
    """
    reading = Reading()
    events = [*_parsed(content_lines.entries_of(text), reading)]
    if sum(event.repeats for event in events) > MOST_SERIES:
        raise _flood()
    moved = {(e.uid, e.recurrence_id) for e in events if e.recurrence_id}
    newest = {}
    for event in events:
        for one in _dates(event, now, moved, reading):
            if _is_ahead(one, now):
                _keep_newest(newest, one)
    reading.announced = list(newest.values())
    return reading


def _parsed(entries, reading):
    for lines in entries:
        try:
            yield parse(lines)
        except UnreadableEntryError as error:
            reading.left_out.append(_left_out(_name(lines), error))


def _name(lines):
    """What an editor may recognise the entry by."""
    found = next((line for name, line in lines if name == "SUMMARY"), "")
    return found.partition(":")[2][:80] or _("without a title")


def _left_out(name, error):
    return _("“%(name)s” is left out: %(reason)s.") % {
        "name": name,
        "reason": error.message,
    }


def _dates(event, now, moved, reading):
    if event.recurrence_id or not event.repeats:
        return [_announced(event, event.start, event.recurrence_id)]
    try:
        starts = _starts(event, now)
    except UnreadableEntryError as error:
        reading.left_out.append(_left_out(event.title, error))
        return []
    keys = {date_key(start): start for start in starts}
    return [
        _announced(event, start, key)
        for key, start in keys.items()
        if key not in event.taken_out and (event.uid, key) not in moved
    ]


def _starts(event, now):
    """When the dates of a series that are ahead begin."""
    # One more day on each side: a time zone may shift them.
    first = (now - (_lasting(event) + timedelta(days=2))).date()
    last = (now + AHEAD).date()
    starts = [start for start in [event.start, *event.added] if _day(start) >= first]
    if event.rule:
        if _day(event.start) > last:
            return starts
        for day in recurrence.days(event.rule, _day(event.start), last):
            start = _at(event.start, day)
            if _is_after(start, event.rule.until):
                break
            if day >= first:
                starts.append(start)
            if len(starts) > MOST_DATES_OF_A_SERIES:
                raise _flood()
    return starts


def _lasting(event):
    return event.end - event.start if event.end else timedelta()


def _day(start):
    return start.date() if isinstance(start, datetime) else start


def _at(start, day):
    """The same hour, on another day of its time zone."""
    if isinstance(start, datetime):
        return datetime.combine(day, start.timetz())
    return day


def _is_after(start, until):
    if until is None:
        return False
    if isinstance(start, datetime) and isinstance(until, datetime):
        return start > (until if until.tzinfo else until.replace(tzinfo=start.tzinfo))
    return _day(start) > _day(until)


def _announced(event, start, recurrence_id):
    end = start + _lasting(event) if event.end else None
    return Announced(
        uid=event.uid,
        recurrence_id=recurrence_id,
        sequence=event.sequence,
        stamped_at=event.stamped_at,
        facts={
            "title": event.title,
            **on_the_wall(start, end),
            "to_confirm": event.status == TENTATIVE,
            "place": event.place,
            "url": event.url,
            "is_cancelled": event.status == CANCELLED,
        },
    )


def _is_ahead(one, now):
    begins_in_time = one.facts["start_date"] <= (now + AHEAD).date()
    return begins_in_time and PartnerEntry(**one.facts).ending() > now


def _keep_newest(newest, one):
    known = newest.get(one.key)
    if known is None or is_newer(one, known):
        newest[one.key] = one
    if len(newest) > content_lines.MOST_ENTRIES:
        raise content_lines.too_many()


def is_newer(one, other):
    """Whether ``one`` replaces ``other`` (RFC 5546, 2.1.5); a tie is no older copy."""
    if one.sequence != other.sequence:
        return one.sequence > other.sequence
    if one.stamped_at is None or other.stamped_at is None:
        return True
    return one.stamped_at >= other.stamped_at


def _flood():
    return RefusedCalendarError(
        _("The series of this calendar have too many dates: ask for one with fewer.")
    )
