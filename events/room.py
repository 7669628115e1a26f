"""What room a meeting has left, and for whom.

Nobody is given a seat that is promised to someone else. An organisation may be limited
to some seats until a number of days before; people who come on their own account are
of no organisation.
"""

import math
from collections import Counter
from datetime import UTC, timedelta

from django.db.models import Count, Max

from events.models.registration import HOLDING, Status
from portal.core import analysis

SMALLEST = timedelta(microseconds=1)

# What people write who come on their own account, in any of our languages.
ON_THEIR_OWN = frozenset(
    {
        "",
        "a titre independant",
        "a titre personnel",
        "a titre prive",
        "independant",
        "independante",
        "zelfstandig",
        "zelfstandige",
        "independent",
        "self employed",
        "autonomo",
        "autonoma",
    }
)


class Room:
    """The seats of a locked meeting at ``now``."""

    def __init__(self, meeting, now):
        self.meeting = meeting
        self.now = now
        self.held = self.waiting = self.called = 0
        self.next_arrival = now
        self.given = []
        self._count()
        self._by_organisation = Counter()
        if self.cap is not None:
            holding = meeting.registrations.holding()
            organisations = holding.values_list("organisation", flat=True)
            self._by_organisation.update(map(analysis.fold, organisations))

    def _count(self):
        """Who is there, in one query: others wait for the lock meanwhile."""
        people = self.meeting.registrations.order_by()
        groups = people.values_list("status", "stands_in").annotate(
            Count("pk"), Count("called_at"), Max("arrived_at")
        )
        for status, stands_in, count, called, latest in groups:
            if status in HOLDING and not stands_in:
                self.held += count
            if status == Status.WAITING:
                self.waiting += count
                self.called += called
            # In the order of the lock: the clocks of two processes may disagree.
            self.next_arrival = max(self.next_arrival, latest + SMALLEST)

    @property
    def free(self):
        """How many seats are promised to nobody; endless where there is no limit."""
        meeting = self.meeting
        if meeting.is_full:
            return 0
        if meeting.capacity is None:
            return math.inf
        return max(meeting.capacity - meeting.reserved_places - self.held, 0)

    @property
    def has_seats_to_give(self):
        """True when people wait, and seats are free or were just taken from them."""
        return self.waiting > 0 and (self.free > 0 or self.called > 0)

    @property
    def may_seat_newcomers(self):
        """False when nothing is free, or what is free was promised to who waits."""
        return self.free > 0 and not self.called

    @property
    def is_too_small(self):
        """True when more seats are promised than there are."""
        return not self.has_more_chairs_than(self.held - 1)

    def has_more_chairs_than(self, people):
        meeting = self.meeting
        return (
            meeting.capacity is None
            or meeting.capacity - meeting.reserved_places > people
        )

    def has_seat_for(self, organisation):
        return self.free > 0 and not self._is_at_its_cap(analysis.fold(organisation))

    def give(self, registration):
        """Count one more seat as promised, to ``registration``."""
        self.held += 1
        self.waiting -= 1
        self.given.append(registration)
        self._by_organisation[analysis.fold(registration.organisation)] += 1

    @property
    def cap(self):
        """How many seats one organisation may have for now; None where that is open."""
        is_lifted = self.now >= cap_lifted_at(self.meeting)
        return None if is_lifted else self.meeting.organisation_cap

    def _is_at_its_cap(self, organisation):
        if self.cap is None or organisation in ON_THEIR_OWN:
            return False
        return self._by_organisation[organisation] >= self.cap


def cap_lifted_at(meeting):
    """From when on an organisation may have any number of seats."""
    lifted = timedelta(days=meeting.cap_lifted_days)
    return meeting.beginning().astimezone(UTC) - lifted


def time_left(meeting, now):
    """The true time until the meeting begins, also over a change of the clocks."""
    return meeting.beginning().astimezone(UTC) - now
