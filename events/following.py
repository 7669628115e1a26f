"""« Suivi des actions »: what the network decided, and how far it is.

A page shows all of it; the page of the next meeting opens with what its concertation
has still to do; the team sees what is overdue.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from events.models.collective_action import CollectiveAction, Milestone


@dataclass(frozen=True)
class Board:
    open: list
    ended: list


def board(now):
    """All that is public: what is still to be done, then what ended, latest first."""
    shown = CollectiveAction.objects.public()
    followed = _followed(shown, now)
    return Board(
        open=[action for action in followed if action.is_open],
        ended=[action for action in followed if not action.is_open],
    )


def opening(meeting, now):
    """What ``meeting`` has to look at again: open actions of its concertation.

    Nothing where it is over, or belongs to no concertation.
    """
    if not meeting.concertation_id or meeting.over_at <= now:
        return []
    decided = CollectiveAction.objects.public().open().of(meeting.concertation)
    return _followed(decided.exclude(meeting=meeting), now)


def overdue(now):
    """What the team has to ask about, the longest overdue first."""
    late = CollectiveAction.objects.overdue(timezone.localdate(now))
    return late.order_by(F("due_on").asc(nulls_last=True), "pk")


def _followed(actions, now):
    """The list of ``actions``, the open ones first, each with its ``parts``.

    Their milestones are asked for once: a prefetch prepares a question for each action.
    """
    listed = actions.with_lateness(timezone.localdate(now)).open_first().with_reasons()
    listed = list(listed)
    parts = defaultdict(list)
    for part in Milestone.objects.filter(action__in=[action.pk for action in listed]):
        parts[part.action_id].append(part)
    for action in listed:
        action.parts = parts[action.pk]
    return listed
