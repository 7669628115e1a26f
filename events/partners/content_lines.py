"""The few lines of a calendar that are read, found without trusting the others.

Alarms, invited people, organisers, descriptions and time zone rules are dropped here:
nothing of them is ever parsed or kept.
"""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from events.partners.refusals import RefusedCalendarError

LONGEST_LINE = 65_536  # signs, once unfolded
MOST_LINES = 60_000
MOST_ENTRIES = 500
DEEPEST = 4
FOLD = re.compile(r"\r?\n[ \t]")
NAME = re.compile(r"([A-Za-z0-9-]+)[;:]")
READ = {
    "UID",
    "RECURRENCE-ID",
    "SEQUENCE",
    "DTSTAMP",
    "LAST-MODIFIED",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXRULE",
    "EXDATE",
    "SUMMARY",
    "LOCATION",
    "URL",
    "STATUS",
}
AN_ENTRY = ["VCALENDAR", "VEVENT"]


@dataclass
class Walk:
    """Where one is in the calendar, and what was found on the way."""

    inside: list = field(default_factory=list)
    entries: list = field(default_factory=list)
    has_ended: bool = False


def entries_of(text):
    """For each entry of the calendar, its lines as (name, line); bounded.

    Raises RefusedCalendarError.
    """
    walk = Walk()
    for line in _unfolded(text):
        name = _name_of(line)
        if name == "BEGIN":
            _enter(walk, _value_of(line))
        elif name == "END":
            _leave(walk, _value_of(line))
        elif name == "METHOD" and walk.inside == AN_ENTRY[:1]:
            _check_method(_value_of(line))
        elif name in READ and walk.inside == AN_ENTRY:
            walk.entries[-1].append((name, line))
    if walk.inside or not walk.has_ended:
        raise _cut_short()
    return walk.entries


def kept(text):
    """The same calendar, with nothing but the lines that are read."""
    entries = [
        "\n".join(["BEGIN:VEVENT", *(line for _name, line in lines), "END:VEVENT"])
        for lines in entries_of(text)
    ]
    return "\n".join(["BEGIN:VCALENDAR", *entries, "END:VCALENDAR"])


def _unfolded(text):
    if text.count("\n") > MOST_LINES:
        raise RefusedCalendarError(_("This calendar has too many lines."))
    lines = FOLD.sub("", text).splitlines()
    if any(len(line) > LONGEST_LINE for line in lines):
        raise RefusedCalendarError(_("This calendar has a line without an end."))
    return lines


def _name_of(line):
    found = NAME.match(line)
    return found[1].upper() if found else ""


def _value_of(line):
    return line.partition(":")[2].strip().upper()


def _enter(walk, name):
    walk.inside.append(name)
    if len(walk.inside) > DEEPEST:
        raise RefusedCalendarError(_("This calendar is nested too deep."))
    if walk.inside == AN_ENTRY:
        walk.entries.append([])
    if len(walk.entries) > MOST_ENTRIES:
        raise too_many()


def _leave(walk, name):
    if not walk.inside or walk.inside.pop() != name:
        raise _cut_short()
    walk.has_ended = not walk.inside


def _check_method(method):
    if method != "PUBLISH":
        raise RefusedCalendarError(
            _("This is an invitation or an answer (%(method)s), not a calendar.")
            % {"method": method[:20]}
        )


def _cut_short():
    # What is missing would be taken for withdrawn.
    return RefusedCalendarError(_("This calendar is cut short: its end is missing."))


def too_many():
    return RefusedCalendarError(
        _("This calendar has more than %(count)s dates: ask for one with fewer.")
        % {"count": MOST_ENTRIES}
    )
