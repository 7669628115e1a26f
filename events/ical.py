"""Meetings as iCalendar text (RFC 5545, RFC 7986); nothing here knows HTTP.

An entry keeps one identity whatever happens to its page: its UID comes from the
meeting's UUID. DTSTAMP and LAST-MODIFIED are those of the record, so the same facts
give the same bytes.
"""

import re
from datetime import timedelta

import icalendar
from django.utils.translation import gettext as _

from events.models.meeting import Meeting

PRODUCT = "-//Portal of a care network//Agenda//EN"
REFRESH = timedelta(hours=6)

# The rules in force in Belgium since 1996 (RFC 5545, 3.6.5); onsets are local times.
BRUSSELS = icalendar.Timezone.from_ical(
    """BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""
)
INCLUSIVE_ENDING = re.compile(r"(?<=\w)\u00b7(\w+)")

STATUS = {
    Meeting.Status.CANCELLED: "CANCELLED",
    Meeting.Status.POSTPONED: "TENTATIVE",
}


def calendar(lines, *, name, address):
    """A published calendar of the lines, in their order, as bytes."""
    result = icalendar.Calendar()
    result.add("PRODID", PRODUCT)
    result.add("VERSION", "2.0")
    result.add("CALSCALE", "GREGORIAN")
    result.add("METHOD", "PUBLISH")
    result.add("NAME", name)
    result.add("X-WR-CALNAME", name)
    result.add("SOURCE", address, parameters={"VALUE": "URI"})
    result.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    result.add("X-PUBLISHED-TTL", REFRESH, parameters={"VALUE": "DURATION"})
    result.add_component(BRUSSELS)
    for line in lines:
        result.add_component(entry(line))
    return result.to_ical()


def single(line, *, method, stamp):
    """One meeting to take over (PUBLISH) or to take out (CANCEL), as bytes.

    ``stamp`` tells apart what was sent to one person at two moments (RFC 5546, 2.1.5).
    """
    result = icalendar.Calendar()
    result.add("PRODID", PRODUCT)
    result.add("VERSION", "2.0")
    result.add("CALSCALE", "GREGORIAN")
    result.add("METHOD", method)
    result.add_component(BRUSSELS)
    event = entry(line)
    event.pop("DTSTAMP")
    event.add("DTSTAMP", stamp)
    if method == "CANCEL":
        event.pop("STATUS")
        event.add("STATUS", "CANCELLED")
    result.add_component(event)
    return result.to_ical()


def entry(line):
    """One meeting, with the words of the reader's language about it."""
    meeting = line.meeting
    event = icalendar.Event()
    event.add("UID", str(meeting.uuid))
    event.add("DTSTAMP", meeting.changed_at)
    event.add("LAST-MODIFIED", meeting.changed_at)
    event.add("SEQUENCE", meeting.sequence)
    _add_timing(event, meeting)
    event.add("SUMMARY", _summary(line))
    event.add("STATUS", _status(meeting))
    event.add("LOCATION", line.address)
    _add_words(event, line)
    return event


def _add_timing(event, meeting):
    if meeting.is_all_day:
        event.add("DTSTART", meeting.start_date)
        # The day after the last one: DTEND is exclusive (RFC 5545, 3.6.1).
        event.add("DTEND", meeting.last_day + timedelta(days=1))
        return
    event.add("DTSTART", meeting.beginning())
    if meeting.end_time:
        event.add("DTEND", meeting.ending())


def _add_words(event, line):
    texts = [line.news_words, str(line.meeting.status_note), line.summary]
    if description := "\n\n".join(text for text in texts if text):
        event.add("DESCRIPTION", description)
    page = line.event_page or line.report_page
    if page:
        event.add("URL", page.full_url)
    categories = [line.meeting.get_kind_display(), str(line.meeting.theme or "")]
    event.add("CATEGORIES", [str(name) for name in categories if name])


def _status(meeting):
    usual = "TENTATIVE" if meeting.to_confirm else "CONFIRMED"
    return STATUS.get(meeting.status, usual)


def _summary(line):
    mark = ""
    if line.meeting.is_cancelled:
        mark = _("[CANCELLED]")
    elif line.meeting.is_postponed:
        mark = _("[POSTPONED]")
    # Many calendars read a middle dot as a blank or as nothing.
    title = INCLUSIVE_ENDING.sub(r"(\1)", line.title)
    return f"{mark} {title}".strip()
