"""Lines of meetings: their words looked up once, their places counted when asked."""

from copy import copy
from dataclasses import replace

from django.utils.translation import get_language

from events.lines import lines
from events.models import Registration
from portal.core import edition

# What a meeting knows of its places, once it was asked.
COUNTED = ("held_seats", "called_people")


def kept_lines(key, meetings, now):
    """As ``lines`` of ``meetings()``, whose facts but places are kept per edition."""
    key = ("lines", get_language(), *key)
    found = edition.kept(key, lambda: lines(meetings(), now))
    return [fresh(line, now) for line in found]


def fresh(line, now):
    """A kept line as it is at ``now``; a copy, since what is kept is shared."""
    meeting = copy(line.meeting)
    for name in COUNTED:
        vars(meeting).pop(name, None)
    return replace(line, now=now, meeting=meeting)


def counted(lines):
    """The same lines, whose places are counted: two queries for any number."""
    keys = [line.meeting.pk for line in lines]
    held = Registration.objects.holding().counted(keys)
    called = Registration.objects.called().counted(keys)
    for line in lines:
        line.meeting.held_seats = held.get(line.meeting.pk, 0)
        line.meeting.called_people = called.get(line.meeting.pk, 0)
    return lines
