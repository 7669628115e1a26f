"""Meetings as iCalendar text (RFC 5545, RFC 7986); nothing here knows HTTP.

An entry keeps one identity whatever happens to its page: its UID comes from the
meeting's UUID. DTSTAMP and LAST-MODIFIED are those of the record, so the same facts
give the same bytes.
"""

import re
from datetime import timedelta

import icalendar
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

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
INCLUSIVE_ENDING = re.compile(r"(?<=\w)\u00b7(\w+)")

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
    head.add("NAME", name)
    head.add("X-WR-CALNAME", name)
    head.add("DESCRIPTION", description)
    head.add("X-WR-CALDESC", description)
    head.add("COLOR", COLOURS[Theme.Colour.ETANG])
    head.add("SOURCE", address, parameters={"VALUE": "URI"})
    head.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    head.add("X-PUBLISHED-TTL", REFRESH, parameters={"VALUE": "DURATION"})
    opening = head.to_ical().decode().removesuffix(END)
    return "".join([opening, *entries, END]).encode()


def single(line, *, method, stamp):
    """One meeting to take over (PUBLISH) or to take out (CANCEL), as bytes.

    ``stamp`` tells apart what was sent to one person at two moments (RFC 5546, 2.1.5).
    """
    result = _frame(method)
    event = _event(line)
    event.pop("DTSTAMP")
    event.add("DTSTAMP", stamp)
    if method == "CANCEL":
        event.pop("STATUS")
        event.add("STATUS", "CANCELLED")
    result.add_component(event)
    return result.to_ical()


def entry(line):
    """One meeting as text that calendars are made of, in the reader's language.

    The words of a page in another language are marked with it.
    """
    return _event(line).to_ical().decode()


def _frame(method):
    result = icalendar.Calendar()
    result.add("PRODID", PRODUCT)
    result.add("VERSION", "2.0")
    result.add("CALSCALE", "GREGORIAN")
    result.add("METHOD", method)
    result.add_component(BRUSSELS)
    return result


def _event(line):
    meeting = line.meeting
    event = icalendar.Event()
    event.add("UID", str(meeting.uuid))
    event.add("DTSTAMP", meeting.changed_at)
    event.add("LAST-MODIFIED", _changed_at(line))
    event.add("CREATED", meeting.created_at)
    event.add("SEQUENCE", meeting.sequence)
    _add_timing(event, meeting)
    _add_standing(event, meeting)
    _add_place(event, meeting)
    _add_words(event, line)
    return event


def _changed_at(line):
    """When its facts or its words changed last."""
    pages = [page for page in (line.event_page, line.report_page) if page]
    said = [page.last_published_at for page in pages if page.last_published_at]
    return max([line.meeting.changed_at, *said])


def _add_timing(event, meeting):
    if meeting.is_all_day:
        event.add("DTSTART", meeting.start_date)
        # The day after the last one: DTEND is exclusive (RFC 5545, 3.6.1).
        event.add("DTEND", meeting.last_day + timedelta(days=1))
        return
    event.add("DTSTART", meeting.beginning())
    if meeting.end_time:
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
        event.add("LOCATION", str(meeting.full_place))
    if meeting.venue and meeting.venue.coordinates:
        event.add("GEO", meeting.venue.coordinates)
    if meeting.public_online_url:
        parameters = {"VALUE": "URI", "FEATURE": "VIDEO"}
        event.add("CONFERENCE", meeting.public_online_url, parameters=parameters)


def _add_words(event, line):
    page = line.event_page or line.report_page
    foreign = _foreign_language(page)
    language = {"LANGUAGE": foreign} if foreign else {}
    event.add("SUMMARY", _summary(line, foreign), parameters=language)
    address = page.full_url if page else ""
    texts = [line.news_words, str(line.meeting.status_note), line.summary]
    said = [text for text in texts if text]
    if said:
        event.add("DESCRIPTION", "\n\n".join(said), parameters=language)
    if said or address:
        # What Outlook shows, and what RFC 9073, 6.5, has since made of it.
        styled = _styled(said, address)
        event.add("X-ALT-DESC", styled, parameters=HTML)
        event.add("STYLED-DESCRIPTION", styled, parameters={"VALUE": "TEXT", **HTML})
    if address:
        event.add("URL", address)
    theme = line.meeting.theme
    names = [line.meeting.get_kind_display(), str(theme or "")]
    event.add("CATEGORIES", [str(name) for name in names if name])
    if theme:
        event.add("COLOR", COLOURS[theme.colour])


def _styled(texts, address):
    paragraphs = format_html_join("", "<p>{}</p>", ((text,) for text in texts))
    if not address:
        return paragraphs
    words = _("Programme and registration")
    return format_html('{}<p><a href="{}">{}</a></p>', paragraphs, address, words)


def _foreign_language(page):
    """The language of a page that is not the reader's own, or nothing."""
    language = page.locale.language_code if page else get_language()
    return "" if language == get_language() else language


def _summary(line, foreign):
    mark = ""
    if line.meeting.is_cancelled:
        mark = _("[CANCELLED]")
    elif line.meeting.is_postponed:
        mark = _("[POSTPONED]")
    language = f"({foreign.upper()})" if foreign else ""
    # Many calendars read a middle dot as a blank or as nothing.
    title = INCLUSIVE_ENDING.sub(r"(\1)", line.title)
    return " ".join(part for part in (mark, language, title) if part)
