"""Lines of meetings: their words looked up once, their places counted each time."""

from copy import copy
from dataclasses import replace

from django.utils.translation import get_language

from events.lines import lines
from events.models import Registration
from portal.core import edition


def kept_lines(key, meetings, now):
    """As ``lines`` of ``meetings()``, whose facts but places are kept per edition."""
    key = ("lines", get_language(), *key)
    found = edition.kept(key, lambda: lines(meetings(), now))
    keys = [line.meeting.pk for line in found]
    held = Registration.objects.holding().counted(keys)
    called = Registration.objects.called().counted(keys)
    return [
        replace(line, now=now, meeting=_with(line.meeting, held, called))
        for line in found
    ]


def _with(meeting, held, called):
    # A copy, since what is kept is shared.
    meeting = copy(meeting)
    meeting.held_seats = held.get(meeting.pk, 0)
    meeting.called_people = called.get(meeting.pk, 0)
    return meeting
