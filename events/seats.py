"""Who gets a seat at a meeting.

Seats go in order of arrival. When a meeting is full the next person waits, and whenever
a seat comes free it goes to the person who has waited longest (``events.offers``).
There are never more seats promised than there are, nobody holds two places with the
same e-mail, and people who wait are not counted as registered.

Each verb may be repeated: done twice, it changes nothing more and tells nobody again.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import product

from django.db import transaction
from django.db.models import Q

from events import choices, ledger, offers, questions, scheduling
from events.ledger import Status
from events.models import Registration
from events.models.places import RegistrationState
from events.models.registration import LIVE
from events.notices import Reason
from events.refusals import (
    RegistrationClosedError,
    TooLateError,
    UndoRefusedError,
)
from events.room import Room

UNDO_WITHIN = timedelta(minutes=15)
IMPOSSIBLE = {RegistrationState.PAST, RegistrationState.HELD_BACK}
Source = Registration.Source


@dataclass(frozen=True)
class Outcome:
    registration: Registration
    is_new: bool
    # The same form was posted twice, e.g. by a double click.
    is_repeat: bool = False
    # The same form registered the person before, who has given that back.
    is_spent: bool = False


@transaction.atomic
def register(meeting, *, person, now):
    """Give a seat, or a place on the waiting list, and tell the person which.

    Who is registered already keeps what they hold, and is told by mail only.
    """
    return _register(ledger.lock(meeting), person, now)


@transaction.atomic
def register_together(meetings, *, people, now):
    """Register each of ``people`` for each of ``meetings``, or nobody for any."""
    locked = ledger.lock_all(meetings).values()
    return [
        _register(meeting, person, now) for meeting, person in product(locked, people)
    ]


def position(registration):
    """The place on the waiting list, the next to be served being 1; else None."""
    if registration.status != Status.WAITING:
        return None
    queue = Registration.objects.waiting().filter(meeting=registration.meeting_id)
    return queue.filter(arrived_at__lte=registration.arrived_at).count()


@transaction.atomic
def cancel(registration, *, now):
    """Give up what is held, be it a seat, an offer or a place on the waiting list."""
    registration = ledger.lock_with(registration)
    if registration.status == Status.OFFERED:
        return offers.decline(registration, now=now)
    if not registration.is_live:
        return registration
    if registration.checked_in_at or registration.meeting.over_at <= now:
        raise TooLateError
    is_waiting = registration.status == Status.WAITING
    reason = Reason.LEFT if is_waiting else Reason.CANCELLED
    ledger.change(registration, status=Status.CANCELLED, reason=reason, now=now)
    offers.settle(registration.meeting, now)
    return registration


def leave(registration, *, now):
    """Leave the waiting list; a seat that came meanwhile goes on to the next."""
    return cancel(registration, now=now)


@transaction.atomic
def undo_cancel(registration, *, now):
    """Take back what was given up just before, unless it went to somebody else."""
    registration = ledger.lock_with(registration)
    if registration.is_live:
        return registration
    if not _may_be_undone(registration, now):
        raise UndoRefusedError
    if registration.confirmed_at is None:
        terms = {"status": Status.WAITING, "reason": Reason.WAITING}
        ledger.change(registration, **terms, now=now)
        offers.settle(registration.meeting, now)
        return registration
    room = offers.settle(registration.meeting, now)
    if not _has_its_seat(room, registration):
        raise UndoRefusedError
    terms = {"status": Status.CONFIRMED, "reason": Reason.REGISTERED}
    return ledger.change(registration, **terms, now=now)


def may_undo_cancel(registration, *, now):
    """Whether what was given up just before can be taken back, as things stand."""
    if not _may_be_undone(registration, now):
        return False
    never_seated = registration.confirmed_at is None
    return never_seated or _has_its_seat(Room(registration.meeting, now), registration)


@transaction.atomic
def change_capacity(meeting, *, capacity, now):
    """Make the room bigger, which seats people who wait, or smaller if it can be."""
    meeting = ledger.lock(meeting)
    meeting.capacity = capacity
    return scheduling.record(meeting, now=now)


def live_registration(meeting, email):
    """What an e-mail holds or waits for at a meeting; None without one."""
    address = email.strip().lower()
    if not address:
        return None
    return meeting.registrations.live().filter(email=address).first()


def arrive(room, person, *, source):
    """Seat the person at a locked meeting, or put them last on its waiting list."""
    return ledger.enter(room, person, **_terms(room, person), source=source)


def _terms(room, person):
    """What a newcomer gets now; ChoiceFullError where they could not do as they chose.

    Who waits holds no place in a workshop: a wish is never refused.
    """
    offers.serve(room)
    if not room.has_seat_for(person.organisation):
        return {"status": Status.WAITING, "reason": Reason.WAITING}
    if not room.may_seat_newcomers:
        # Those who wait were told of this seat: the newcomer is, like them.
        facts = {"reason": Reason.SEAT_OPEN, "called_at": room.now}
        return {"status": Status.WAITING, **facts}
    choices.refuse_full(room.meeting, person.answers)
    return {"status": Status.CONFIRMED, "reason": Reason.REGISTERED}


def _register(meeting, person, now):
    if obstacle := meeting.obstacle(now):
        raise RegistrationClosedError(meeting, obstacle)
    known, is_spent = _known(meeting, person)
    if known and known.booking == person.booking:
        return Outcome(known, is_new=False, is_repeat=True)
    person = replace(person, answers=questions.put_by(meeting, person.answers))
    # Found for who is known too: a refusal must not tell who comes.
    room = Room(meeting, now)
    terms = _terms(room, person)
    if known:
        ledger.remind(known, reason=Reason.ALREADY_REGISTERED, now=now)
        return Outcome(known, is_new=False)
    entered = ledger.enter(room, person, **terms, source=Source.FORM)
    return Outcome(entered, is_new=True, is_spent=is_spent)


def _known(meeting, person):
    """What the person holds or waits for, and whether their form is spent."""
    address = person.email.strip().lower()
    held = Q(status__in=LIVE, email=address) & ~Q(email="")
    of_form = Q(booking=person.booking, email__in=[address, ""])
    # One question where, as a rule, nobody is found.
    if not meeting.registrations.filter(held | of_form).exists():
        return None, False
    known = live_registration(meeting, address)
    return known, known is None


def _has_its_seat(room, registration):
    """True while the seat that was given up went to nobody else."""
    return room.has_seat_for(registration.organisation) and room.may_seat_newcomers


def _may_be_undone(registration, now):
    meeting = registration.meeting
    return (
        registration.status == Status.CANCELLED
        and now - registration.ended_at <= UNDO_WITHIN
        and meeting.obstacle(now) not in IMPOSSIBLE
        and not live_registration(meeting, registration.email)
    )
