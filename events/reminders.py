"""Reminding those who have a seat, some working days before, when the day begins.

Whoever was told of the meeting in the 24 hours before that moment, or later, needs no
reminder: they registered, got a seat or heard of a change just then. A meeting that
moves is reminded of anew; while a change of it is still untold, no reminder leaves.
"""

from datetime import UTC, timedelta

from django.db.models.functions import Coalesce
from django.utils import timezone

from events import notices
from events.models import Meeting
from events.models.correspondence import LONGEST_NOTICE
from events.notices import Reason
from events.offers import NOT_TAKING_PLACE
from portal.core import working_hours

FRESH = timedelta(hours=24)
# No row of holidays makes so many working days longer than this.
HORIZON = timedelta(days=3 * LONGEST_NOTICE)


def remind_meetings(*, now, limit=None):
    """Remind of the meetings that near; how many people were reminded."""
    reminded = 0
    for meeting in _nearing(now):
        people = notices.not_told(_to_remind(meeting), Reason.REMINDER)
        for person in people[: None if limit is None else limit - reminded]:
            notices.tell(person, Reason.REMINDER, now=now)
            reminded += 1
    return reminded


def moment(meeting):
    """When to remind of it: at 9, ``reminder_days`` working days before; else None."""
    if not (meeting.reminder_days and meeting.knows_the_day):
        return None
    day = working_hours.days_before(meeting.start_date, meeting.reminder_days)
    return working_hours.opening(day)


def _nearing(now):
    coming = Meeting.objects.filter(
        start_date__range=(timezone.localdate(now), timezone.localdate(now + HORIZON)),
        reminder_days__gt=0,
        tell_changes_at=None,
    ).exclude(status__in=NOT_TAKING_PLACE)
    return [
        meeting
        for meeting in coming.in_order()
        if (due := moment(meeting)) and due <= now < meeting.beginning()
    ]


def _to_remind(meeting):
    seated = meeting.registrations.confirmed().exclude(email="")
    last_told = Coalesce("told__at", "confirmed_at")
    fresh = moment(meeting).astimezone(UTC) - FRESH
    return seated.annotate(last_told=last_told).filter(last_told__lte=fresh)
