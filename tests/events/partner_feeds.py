"""Calendars as partners send them."""

from events.models import PartnerCalendar
from events.partners import importing, reading

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Partenaire//FR\r\n"
FOOT = "END:VCALENDAR\r\n"


def event(**changes):
    """An entry of a Tuesday morning; ``dtstart="…"`` replaces, ``None`` leaves out.

    A name may hold its parameters: ``{"DTSTART;VALUE=DATE": "20260120"}``.
    """
    lines = {
        "UID": "un@partenaire.example",
        "DTSTAMP": "20260101T080000Z",
        "DTSTART": "20260120T080000Z",
        "DTEND": "20260120T110000Z",
        "SUMMARY": "Matinée du partenaire",
    }
    for name, value in changes.items():
        key = name.replace("_", "-")
        for known in [
            line for line in lines if line.split(";")[0] == key.split(";")[0]
        ]:
            del lines[known]
        lines[key] = value
    written = [
        f"{key}:{value}\r\n" for key, value in lines.items() if value is not None
    ]
    return "".join(["BEGIN:VEVENT\r\n", *written, "END:VEVENT\r\n"])


def feed(*events, more=""):
    return f"{HEAD}{more}{''.join(events)}{FOOT}"


def make_partner(**facts):
    facts.setdefault("name", "Agenda")
    facts.setdefault("organisation", "Partenaire")
    facts.setdefault("address", "https://agenda.partenaire.example/tout.ics")
    return PartnerCalendar.objects.create(**facts)


def take_over(calendar, *events, now):
    """What a reading of these entries changed."""
    found = reading.read(feed(*events), now=now)
    return importing.take_over(calendar, found, now=now)
