"""At the door of a meeting: who is expected, who has come, who has no seat.

Whoever checks people in sees names and organisations, nothing else, and only of the
meetings around today.
"""

from datetime import timedelta
from functools import cached_property

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from events import roll
from events.models import Meeting, Registration
from events.refusals import NoSeatLeftError
from portal.core import analysis

BEFORE = timedelta(days=14)
# Ticks are also copied from a sheet of paper, back at the office.
AFTER = timedelta(days=7)
Status = Registration.Status


def meetings(now):
    """Those of today, of the days to come and of the days past, in three lists."""
    today = timezone.localdate(now)
    in_days = Q(start_date__lte=today + BEFORE) & (
        Q(end_date__gte=today - AFTER) | Q(end_date=None, start_date__gte=today - AFTER)
    )
    around = Meeting.objects.with_facts().filter(in_days).in_order()
    held = [meeting for meeting in around if meeting.takes_place]
    return {
        "today": [one for one in held if one.start_date <= today <= one.last_day],
        "coming": [one for one in held if one.start_date > today],
        "past": [one for one in reversed(held) if one.last_day < today],
    }


def is_open(meeting, now):
    """True on the days when those who only check in see the people of a meeting."""
    today = timezone.localdate(now)
    return meeting.start_date - BEFORE <= today <= meeting.last_day + AFTER


class Door:
    """The people of a meeting as the door sees them; ``query`` looks some up."""

    def __init__(self, meeting, query=""):
        self.meeting = meeting
        self.query = query

    @cached_property
    def present(self):
        return self.meeting.registrations.present().count()

    @cached_property
    def seated(self):
        return self.meeting.registrations.confirmed().count()

    @cached_property
    def expected(self):
        """Those whose seat is confirmed, by family name, whether they have come."""
        return [one for one in self._wanted if one.status == Status.CONFIRMED]

    @cached_property
    def without_seat(self):
        """Those who wait, and those who gave up their seat and took no other."""
        return [
            one
            for one in self._wanted
            if one.status != Status.CONFIRMED
            and (one.is_live or one.email not in self._live_addresses)
        ]

    @cached_property
    def _wanted(self):
        words = analysis.words(self.query)
        return [one for one in self._known if _is_meant(one, words)]

    @cached_property
    def _known(self):
        known = self.meeting.registrations.filter(anonymised_at=None)
        return roll.by_family_name(known)

    @cached_property
    def _live_addresses(self):
        return {one.email for one in self._known if one.is_live and one.email}


def refusal_words(refused, meeting, now):
    """Why somebody cannot come in, for whoever has to tell them."""
    if not isinstance(refused, NoSeatLeftError):
        return refused.message
    if now < meeting.beginning():
        return _(
            "Every seat is promised to someone. Once the meeting has begun, the chairs "
            "of those who did not come can be given."
        )
    return _("The room is full: every chair is taken by somebody who came.")


def _is_meant(registration, words):
    text = analysis.fold(f"{registration.name} {registration.organisation}")
    return all(word in text for word in words)
