"""Changing the facts of a meeting.

A change takes effect at once, in every language. ``changed_at`` moves when any fact
does; ``sequence`` grows only when something that was announced moves: when, where, or
whether it takes place. That is what calendars act on; those who registered are told
when no further edit has come for half an hour (``events.changes``). A room never
becomes smaller than what was promised, and one that grows seats those who wait.
"""

from django.db import models, transaction

from events import announced, changes, choices, offers
from events.models import Meeting
from events.refusals import CapacityTooLowError
from events.room import Room

# What people who noted a meeting must hear of; the link to join is not public.
ANNOUNCED = frozenset(announced.FACTS) - {"online_url"}
ROOM = frozenset({"capacity", "reserved_places"})
# What changes by itself or is kept here.
KEPT_HERE = frozenset(
    {
        "id",
        "uuid",
        "over_at",
        "sequence",
        "created_at",
        "changed_at",
        "tell_changes_at",
    }
)


@transaction.atomic
def record(meeting, *, now, quiet=changes.QUIET, **subjects):
    """Save the facts of ``meeting``, and its ``themes`` and ``needs`` when given.

    Those who registered hear of a change when ``quiet`` has gone by without another.
    """
    stored = _lock(meeting)
    if stored:
        _keep_track(stored, meeting, now, subjects)
        meeting.tell_changes_at = changes.due_at(stored, meeting, now + quiet, now=now)
    meeting.save()
    if stored:
        choices.refuse_broken_promises(meeting)
    offers.settle(meeting, now)
    for name, chosen in subjects.items():
        getattr(meeting, name).set(chosen)
    return meeting


def previous_date(stored, *, status, start_date, given):
    """The date a moved meeting had before, for those who noted it.

    The editor's own word holds; a field left as it was follows the last move.
    """
    moved = status == Meeting.Status.RESCHEDULED and start_date != stored.start_date
    if moved and given in {None, stored.previous_date}:
        return stored.start_date
    return given


def is_known(meeting):
    """Whether a live page tells of it, in any language, or somebody registered."""
    pages = (meeting.event_pages, meeting.report_pages)
    is_public = any(kind.filter(live=True).exists() for kind in pages)
    return is_public or meeting.registrations.exists()


def _keep_track(stored, meeting, now, subjects):
    meeting.previous_date = previous_date(
        stored,
        status=meeting.status,
        start_date=meeting.start_date,
        given=meeting.previous_date,
    )
    changed = _changes(stored, meeting) | _changed_subjects(stored, subjects)
    if changed & ROOM:
        _refuse_broken_promises(meeting, now)
    # What the record says now, not what the editor's copy said when it was opened.
    meeting.sequence, meeting.changed_at = stored.sequence, stored.changed_at
    if changed:
        meeting.changed_at = now
    if changed & ANNOUNCED and is_known(stored):
        meeting.sequence += 1


def _refuse_broken_promises(meeting, now):
    room = Room(meeting, now)
    if room.is_too_small:
        raise CapacityTooLowError(room.held)


def _changes(stored, meeting):
    names = {field.attname for field in Meeting._meta.concrete_fields} - KEPT_HERE
    return {name for name in names if getattr(stored, name) != getattr(meeting, name)}


def _changed_subjects(stored, subjects):
    return {
        name
        for name, chosen in subjects.items()
        if {record.pk for record in chosen} != _keys(getattr(stored, name))
    }


def _keys(records: models.Manager):
    return set(records.values_list("pk", flat=True))


def _lock(meeting):
    # Two editors who save at once are served one after the other (SQLite's transactions
    # are immediate, so there the lock is that of the transaction).
    return Meeting.objects.select_for_update().filter(pk=meeting.pk).first()
