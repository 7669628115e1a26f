"""Telling those who registered that their meeting has changed.

An edit is told half an hour after the last one, in one letter from what each person
knew to what holds now. Who knows it already hears nothing: because the change was taken
back, or because they registered after it. People who wait or were offered a seat are
told too; nobody is told of what is over.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from events import announced, ledger, notices
from events.ledger import Status
from events.models import Meeting
from events.notices import Reason

QUIET = timedelta(minutes=30)
AT_ONCE = timedelta()


@dataclass(frozen=True)
class Consequences:
    """What a change that is not saved yet would say, and to how many."""

    changes: list
    seated: int
    offered: int
    waiting: int
    # Registered without an address: somebody has to call them.
    unreachable: int

    @property
    def concerns_somebody(self):
        return bool(self.seated + self.offered + self.waiting + self.unreachable)


def of(stored, meeting, *, now):
    """What saving ``meeting`` in place of ``stored`` would tell, and whom."""
    changes = announced.changes(stored, meeting)
    if not changes or _is_over(stored, meeting, now):
        return Consequences(changes, 0, 0, 0, 0)
    people = list(_people(meeting))
    told = Counter(person.status for person in announced.who_has_news(people, meeting))
    return Consequences(
        changes,
        seated=told[Status.CONFIRMED],
        offered=told[Status.OFFERED],
        waiting=told[Status.WAITING],
        unreachable=sum(not person.email for person in people),
    )


def due_at(stored, meeting, moment, *, now):
    """When to tell those who registered of all that is untold; None when nothing is.

    Any further edit moves it on, since it may not be the last.
    """
    is_news = bool(announced.changes(stored, meeting))
    if is_news and not _is_over(stored, meeting, now) and _people(meeting).exists():
        return moment
    was_edited = stored.changed_at != meeting.changed_at
    return moment if stored.tell_changes_at and was_edited else stored.tell_changes_at


def tell_changes(*, now, limit=None):
    """Tell of the changes that have settled; at how many meetings."""
    due = Meeting.objects.filter(tell_changes_at__lte=now).order_by("tell_changes_at")
    return sum(_tell(meeting, now) for meeting in due[:limit])


@transaction.atomic
def _tell(meeting, now):
    meeting = ledger.lock(meeting)
    if meeting.tell_changes_at is None or meeting.tell_changes_at > now:
        # Somebody was quicker, or went on editing.
        return False
    reason = Reason.MEETING_CANCELLED if meeting.is_cancelled else Reason.MEETING_MOVED
    for person in announced.who_has_news(_people(meeting), meeting):
        person.meeting = meeting
        notices.tell(person, reason, now=now)
    Meeting.objects.filter(pk=meeting.pk).update(tell_changes_at=None)
    return True


def _people(meeting):
    return meeting.registrations.live().select_related("told")


def _is_over(stored, meeting, now):
    return max(stored.over_at, meeting.ending()) <= now
