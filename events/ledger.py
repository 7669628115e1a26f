"""Where registrations are written: under the lock of their meeting, and told of.

Whoever changes who sits or waits at a meeting holds its lock first, so that people are
served one after the other. With SQLite the transaction itself is the lock: it begins
by taking the right to write.
"""

from events import choices, notices
from events.models import AccessNeed, Meeting, Registration
from portal.core import edition

Status = Registration.Status


def lock(meeting):
    """The meeting as it is now, kept from everybody else until the transaction ends."""
    return Meeting.objects.select_for_update().get(pk=meeting.pk)


def lock_all(meetings):
    """Several meetings by their keys, always locked in the same order."""
    keys = sorted({meeting.pk for meeting in meetings})
    # One by one: a single query may lock its rows in any order.
    return {key: Meeting.objects.select_for_update().get(pk=key) for key in keys}


def lock_with(registration, *others):
    """The registration as it is now; its meeting is locked, and ``others`` too."""
    while True:
        stored = Registration.objects.select_related("meeting").get(pk=registration.pk)
        meetings = lock_all([stored.meeting, *others])
        registrations = meetings[stored.meeting_id].registrations
        fresh = registrations.filter(pk=registration.pk).first()
        # The team may have moved it to another meeting while the lock was waited for.
        if fresh:
            return fresh


def enter(room, person, *, status, reason, **facts):
    """Write down a person who is not there yet, last in the order of arrival."""
    registration = Registration(
        meeting=room.meeting,
        status=status,
        arrived_at=room.next_arrival,
        **person.facts(),
        **facts,
    )
    _save(registration, before=(False, False), now=room.now)
    if person.access_need:
        AccessNeed.objects.create(registration=registration, text=person.access_need)
    _tell(registration, reason, room.now, rank=room.waiting + 1)
    return registration


def change(registration, *, status, reason, now, **facts):
    """Give a registration another status, and tell the person why."""
    before = _seen(registration)
    registration.status = status
    registration.offer_until = registration.called_at = None
    for name, value in facts.items():
        setattr(registration, name, value)
    if registration.holds_a_seat and not before[0]:
        choices.release_full(registration)
    _save(registration, before=before, now=now)
    _tell(registration, reason, now)
    return registration


def remind(registration, *, reason, now, **facts):
    """Tell the person something that changes nobody's seat."""
    before = _seen(registration)
    for name, value in facts.items():
        setattr(registration, name, value)
    registration.revision += 1
    registration.save()
    _show(registration, before, now)
    _tell(registration, reason, now)
    return registration


def _save(registration, *, before, now):
    registration.revision += 1
    if registration.status == Status.CONFIRMED and not registration.confirmed_at:
        registration.confirmed_at = now
    registration.ended_at = None if registration.is_live else now
    registration.save()
    _show(registration, before, now)


def _seen(registration):
    """What of a registration shows in public: whether it keeps a place from others."""
    return registration.holds_a_seat, registration.called_at is not None


def _show(registration, before, now):
    if _seen(registration) != before:
        # The places left are shown in public.
        edition.advance(now)


def _tell(registration, reason, now, **known):
    if reason and registration.email:
        notices.tell(registration, reason, now=now, **known)
