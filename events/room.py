"""What room a meeting has left, and for whom.

Nobody is given a seat that is promised to someone else. An organisation may be limited
to some seats until a number of days before; people who come on their own account are
of no organisation.
"""

import math
from collections import Counter
from datetime import UTC, timedelta

from portal.core import analysis

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
        holding = meeting.registrations.holding()
        self.held = holding.count()
        self.given = []
        self._by_organisation = Counter()
        if self.cap is not None:
            organisations = holding.values_list("organisation", flat=True)
            self._by_organisation.update(map(analysis.fold, organisations))

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
