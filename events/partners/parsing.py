"""One entry of a calendar, from its lines to days and instants."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import icalendar
from django.utils.translation import gettext as _

from events.models.timing import BRUSSELS
from events.partners import recurrence, wording
from events.partners.refusals import UnreadableEntryError

LONGEST_UID = 255
LARGEST_SEQUENCE = 2**31 - 1
LONGEST_EVENT = timedelta(days=366)
ONE_DAY = timedelta(days=1)
SEVERAL = {"EXDATE", "RDATE"}
# Read here, not by the library, which would believe any rule.
RULES = {"RRULE", "EXRULE"}
# What the library raises on one or the other malformed value.
TROUBLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)


@dataclass(frozen=True)
class Parsed:
    """Times are dates, or instants in the time zone they are written in."""

    uid: str
    start: date
    end: date | None
    recurrence_id: str = ""
    sequence: int = 0
    stamped_at: datetime | None = None
    title: str = ""
    place: str = ""
    url: str = ""
    status: str = ""
    rule: recurrence.Rule | None = None
    added: list = field(default_factory=list)
    taken_out: frozenset = frozenset()

    @property
    def repeats(self):
        return bool(self.rule or self.added)


def parse(lines):
    """Raises UnreadableEntryError, or RefusedCalendarError for a flood."""
    rules = [line.partition(":")[2] for name, line in lines if name in RULES]
    try:
        return _parsed(_event(lines), rules)
    except TROUBLE as error:
        raise UnreadableEntryError(
            _("it is written in a way the portal cannot read")
        ) from error


def date_key(start):
    """How calendars name the date of a series (RFC 5545, 3.8.4.4), always in UTC."""
    if isinstance(start, datetime):
        return f"{start.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f"{start:%Y%m%d}"


def _event(lines):
    counts = Counter(name for name, _line in lines)
    if any(count > 1 for name, count in counts.items() if name not in SEVERAL):
        raise ValueError("a property stands twice")
    kept = [line for name, line in lines if name not in RULES]
    text = "\r\n".join(["BEGIN:VEVENT", *kept, "END:VEVENT", ""])
    return icalendar.Event.from_ical(text)


def _parsed(event, rules):
    start = _moment(event["DTSTART"])
    if len(rules) > 1:
        raise recurrence.unreadable()
    return Parsed(
        uid=_uid(event),
        start=start,
        end=_end(event, start),
        recurrence_id=date_key(_moment(event["RECURRENCE-ID"]))
        if "RECURRENCE-ID" in event
        else "",
        sequence=_sequence(event),
        stamped_at=_stamp(event),
        title=_title(event),
        place=wording.plain(str(event.get("LOCATION", ""))),
        url=wording.link(str(event.get("URL", ""))),
        status=str(event.get("STATUS", "")).upper(),
        rule=recurrence.parse(rules[0]) if rules else None,
        added=_moments(event, "RDATE"),
        taken_out=frozenset(map(date_key, _moments(event, "EXDATE"))),
    )


def _uid(event):
    uid = str(event.get("UID", "")).strip()
    if not uid or len(uid) > LONGEST_UID:
        raise UnreadableEntryError(_("it has no identifier (UID), or one too long"))
    return uid


def _title(event):
    title = wording.plain(str(event.get("SUMMARY", "")))
    if not title:
        raise UnreadableEntryError(_("it has no title"))
    return title


def _sequence(event):
    sequence = int(event.get("SEQUENCE", 0))
    if not 0 <= sequence <= LARGEST_SEQUENCE:
        raise ValueError("SEQUENCE")
    return sequence


def _stamp(event):
    value = event.get("DTSTAMP") or event.get("LAST-MODIFIED")
    stamp = _moment(value) if value else None
    return stamp.astimezone(UTC) if isinstance(stamp, datetime) else None


def _end(event, start):
    if "DTEND" in event:
        end = _moment(event["DTEND"])
    elif "DURATION" in event:
        end = start + event["DURATION"].dt
    else:
        return None
    if end < start or end - start > LONGEST_EVENT:
        raise UnreadableEntryError(_("its end does not fit its beginning"))
    return end


def _moments(event, name):
    values = event.get(name, [])
    lists = values if isinstance(values, list) else [values]
    return [_moment(one, of.params) for of in lists for one in of.dts]


def _moment(value, params=None):
    """A date, or an instant; one without a time zone is in the time of Brussels."""
    moment = value.dt
    if not isinstance(moment, datetime):
        if isinstance(moment, date):
            return moment
        raise TypeError("neither a date nor an instant")
    if moment.tzinfo is not None:
        return moment
    if "TZID" in (params or value.params):
        raise UnreadableEntryError(_("its time zone is unknown"))
    return moment.replace(tzinfo=BRUSSELS)


def on_the_wall(start, end):
    """The columns of a Timing: days and hours as people in Brussels say them."""
    if not isinstance(start, datetime):
        return _columns(start, None, (end or start + ONE_DAY) - ONE_DAY, None)
    start, end = _wall_clock(start), _wall_clock(end) if end else None
    if end is None or end <= start:
        return _columns(start.date(), start.time(), start.date(), None)
    if end.time() != time.min:
        return _columns(start.date(), start.time(), end.date(), end.time())
    # Midnight is the end of the day before: nobody says it.
    last = end.date() - ONE_DAY
    hour = start.time() if start.time() != time.min else None
    return _columns(start.date(), hour, last, None)


def _wall_clock(instant):
    local = instant.astimezone(BRUSSELS)
    return local.replace(second=0, microsecond=0, tzinfo=None)


def _columns(start_date, start_time, last_day, end_time):
    return {
        "start_date": start_date,
        "start_time": start_time,
        "end_date": last_day if last_day > start_date else None,
        "end_time": end_time,
    }
