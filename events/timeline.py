"""What a concertation has done and will do: its meetings in their order.

Nothing here is typed: the timeline, the next meeting, the needs each meeting covers and
the state of the actions are all drawn from meetings and their reports.
"""

from dataclasses import dataclass
from functools import cached_property

from events.lines import Line, lines
from events.models.collective_action import CollectiveAction
from events.models.meeting import Meeting
from services.models import Need


@dataclass
class Timeline:
    lines: list[Line]

    @cached_property
    def next(self):
        """The first meeting still to come that will take place."""
        coming = (line for line in self.lines if not line.is_past)
        return next((line for line in coming if line.meeting.takes_place), None)

    @cached_property
    def latest_reported(self):
        reported = [line for line in self.lines if line.report_page]
        return reported[-1] if reported else None

    @cached_property
    def coverage(self):
        """Each need with the meetings about it; an empty list is a gap worth seeing."""
        if not any(line.meeting.needs.all() for line in self.lines):
            return []
        return [(need, self._about(need)) for need in Need.objects.all()]

    def _about(self, need):
        return [line for line in self.lines if need in line.meeting.needs.all()]


def of(concertation, now):
    meetings = Meeting.objects.filter(concertation=concertation)
    return Timeline(lines(meetings.in_order().with_facts(), now))


def actions_of(concertation):
    """What its meetings decided, what is still to be done first."""
    decided = CollectiveAction.objects.public().of(concertation)
    return decided.select_related("organisation").open_first()
