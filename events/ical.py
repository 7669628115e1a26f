"""Meetings as iCalendar text (RFC 5545, RFC 7986); nothing here knows HTTP.

An entry keeps one identity whatever happens to its page: its UID comes from the
meeting's UUID. DTSTAMP and LAST-MODIFIED are those of the record, so the same facts
and words give the same bytes.
"""

from datetime import timedelta

import icalendar

from events import ical_words as words
from events.models.meeting import Meeting
from portal.core.models import Theme

PRODUCT = "-//Portal of a care network//Agenda//EN"
REFRESH = timedelta(hours=6)
END = "END:VCALENDAR\r\n"

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

STATUS = {
    Meeting.Status.CANCELLED: "CANCELLED",
    Meeting.Status.POSTPONED: "TENTATIVE",
}
# The names of CSS that come nearest to the colours of the house (RFC 7986, 5.9).
COLOURS = {
    Theme.Colour.ETANG: "teal",
    Theme.Colour.HETRE: "firebrick",
    Theme.Colour.CREPUSCULE: "slateblue",
}
HTML = {"FMTTYPE": "text/html"}


def calendar(entries, *, name, description, address):
    """A published calendar of rendered entries, in their order, as bytes."""
    head = _frame("PUBLISH")
    head.add("NAME", words.one_line(name))
    head.add("X-WR-CALNAME", words.one_line(name))
    head.add("DESCRIPTION", words.one_line(description))
    head.add("X-WR-CALDESC", words.one_line(description))
    head.add("COLOR", COLOURS[Theme.Colour.ETANG])
    head.add("SOURCE", address, parameters={"VALUE": "URI"})
    head.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    head.add("X-PUBLISHED-TTL", icalendar.vDuration(REFRESH).to_ical().decode())
    opening = head.to_ical().decode().removesuffix(END)
    return "".join([opening, *entries, END]).encode()


def single(line, *, method, stamp):
    """One meeting to take over (PUBLISH) or to take out (CANCEL), as bytes.

    ``stamp`` tells apart what was sent to one person at two moments (RFC 5546, 2.1.5).
    """
    result = _frame(method)
    event = _event(line, stamp=stamp, changed_at=line.meeting.changed_at)
    if method == "CANCEL":
        event.pop("STATUS")
        event.add("STATUS", "CANCELLED")
    result.add_component(event)
    return result.to_ical()


def entry(line, changed_at):
    """One meeting as text that calendars are made of, in the reader's language.

    ``changed_at`` is when anything it says changed last: between two entries of one
    SEQUENCE, calendars keep the later DTSTAMP (RFC 5546, 2.1.5). The words of a page in
    another language are marked with it.
    """
    return _event(line, stamp=changed_at, changed_at=changed_at).to_ical().decode()


def _frame(method):
    result = icalendar.Calendar()
    result.add("PRODID", PRODUCT)
    result.add("VERSION", "2.0")
    result.add("CALSCALE", "GREGORIAN")
    result.add("METHOD", method)
    result.add_component(BRUSSELS)
    return result


def _event(line, *, stamp, changed_at):
    meeting = line.meeting
    event = icalendar.Event()
    event.add("UID", str(meeting.uuid))
    event.add("DTSTAMP", stamp)
    event.add("LAST-MODIFIED", changed_at)
    event.add("CREATED", meeting.created_at)
    event.add("SEQUENCE", meeting.sequence)
    _add_timing(event, meeting)
    _add_standing(event, meeting)
    _add_place(event, meeting)
    _add_words(event, line)
    return event


def _add_timing(event, meeting):
    if meeting.is_all_day:
        event.add("DTSTART", meeting.start_date)
        # The day after the last one: DTEND is exclusive (RFC 5545, 3.6.1).
        event.add("DTEND", meeting.last_day + timedelta(days=1))
        return
    event.add("DTSTART", meeting.beginning())
    has_end = meeting.end_time or meeting.last_day > meeting.start_date
    # In the night when an hour is skipped, a last hour may come before the first; two
    # moments of one zone are compared as if it had not been.
    if has_end and meeting.ending().timestamp() > meeting.beginning().timestamp():
        event.add("DTEND", meeting.ending())


def _add_standing(event, meeting):
    usual = "TENTATIVE" if meeting.to_confirm else "CONFIRMED"
    event.add("STATUS", STATUS.get(meeting.status, usual))
    event.add("CLASS", "PUBLIC")
    # What lasts a whole day, or is off, keeps nobody from other work.
    is_free = meeting.is_all_day or not meeting.takes_place
    event.add("TRANSP", "TRANSPARENT" if is_free else "OPAQUE")


def _add_place(event, meeting):
    if meeting.venue or meeting.is_online:
        event.add("LOCATION", words.one_line(meeting.full_place))
    if meeting.venue and meeting.venue.coordinates:
        event.add("GEO", meeting.venue.coordinates)
    if meeting.public_online_url:
        parameters = {"VALUE": "URI", "FEATURE": "VIDEO"}
        event.add("CONFERENCE", meeting.public_online_url, parameters=parameters)


def _add_words(event, line):
    page = line.event_page or line.report_page
    address = page.full_url if page else ""
    foreign = words.foreign_language(line)
    language = {"LANGUAGE": foreign} if foreign else {}
    event.add("SUMMARY", words.summary(line), parameters=language)
    texts = words.paragraphs(line)
    if texts or address:
        plain, styled = words.plain(texts, address), words.styled(texts, address)
        # Beside a styled text, a plain one counts when it is said to derive from it
        # (RFC 9073, 5.3 and 6.5). Outlook knows that styled text by a name of its own.
        event.add("DESCRIPTION", plain, parameters={"DERIVED": "TRUE", **language})
        event.add("STYLED-DESCRIPTION", styled, parameters={"VALUE": "TEXT", **HTML})
        event.add("X-ALT-DESC", words.Text(styled), parameters=HTML)
    if address:
        event.add("URL", address)
    _add_theme(event, line.meeting)


def _add_theme(event, meeting):
    theme = meeting.theme
    names = icalendar.prop.vCategory([])
    names.cats = [
        words.Text(name) for name in (meeting.get_kind_display(), theme or "") if name
    ]
    event.add("CATEGORIES", names)
    if theme:
        event.add("COLOR", COLOURS[theme.colour])
