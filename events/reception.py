"""What the team does for people: by phone beforehand, and at the door on the day."""

from django.db import transaction

from events import ledger, offers, seats
from events.ledger import Status
from events.models import Registration
from events.models.places import RegistrationState
from events.notices import Reason
from events.person import Person
from events.refusals import (
    AlreadyThereError,
    NoSeatLeftError,
    NotSeatedError,
    RegistrationClosedError,
    TooLateError,
)
from events.room import Room, time_left
from events.seats import Outcome
from portal.core import edition

Source = Registration.Source


@transaction.atomic
def register_by_team(meeting, *, person, now):
    """Register someone who called, also outside the dates of registration."""
    meeting = ledger.lock(meeting)
    _refuse_if_impossible(meeting, now)
    known = seats.live_registration(meeting, person.email)
    if known:
        return Outcome(known, is_new=False)
    room = Room(meeting, now)
    return Outcome(seats.arrive(room, person, source=Source.TEAM), is_new=True)


@transaction.atomic
def walk_in(meeting, *, person, now):
    """Seat someone who stands at the door and is there from now on.

    Once the meeting has begun, the chair of somebody who did not come will do.
    """
    meeting = ledger.lock(meeting)
    known = seats.live_registration(meeting, person.email)
    return _bring_in(meeting, known, person, now)


@transaction.atomic
def let_in(registration, *, now):
    """Seat somebody who waits, or who gave up their seat, and came all the same.

    The conditions are those of ``walk_in``. NotSeatedError for who was erased.
    """
    registration = ledger.lock_with(registration)
    if registration.anonymised_at:
        raise NotSeatedError
    meeting, known = registration.meeting, registration
    if not registration.is_live:
        known = seats.live_registration(meeting, registration.email)
    return _bring_in(meeting, known, Person.of(registration), now)


@transaction.atomic
def check_in(registration, *, now):
    """Note that the person is there; the first time counts."""
    registration = ledger.lock_with(registration)
    if registration.status != Status.CONFIRMED:
        raise NotSeatedError
    if not registration.checked_in_at:
        _note_presence(registration, now)
    return registration


@transaction.atomic
def undo_check_in(registration):
    """Take back a tick that was meant for someone else."""
    registration = ledger.lock_with(registration)
    if registration.checked_in_at:
        _note_presence(registration, None)
    return registration


@transaction.atomic
def move(registration, *, meeting, now):
    """Give the person a seat at another meeting, and the one they had to the next."""
    registration = ledger.lock_with(registration, meeting)
    left, joined = registration.meeting, ledger.lock(meeting)
    if left == joined:
        return registration
    room = _room_to_move(registration, joined, now)
    registration.meeting = joined
    # The other meeting asks its own questions.
    registration.answers = {}
    registration.arrived_at = room.next_arrival
    ledger.change(registration, status=Status.CONFIRMED, reason=Reason.MOVED, now=now)
    # The places left of both are shown in public.
    edition.advance(now)
    offers.settle(left, now)
    return registration


def _bring_in(meeting, known, person, now):
    """Seat ``person``; ``known`` is what they hold or wait for here already."""
    if not meeting.takes_place:
        raise RegistrationClosedError(meeting, RegistrationState.HELD_BACK)
    if known and known.status == Status.CONFIRMED:
        return Outcome(check_in(known, now=now), is_new=False)
    room = offers.settle(meeting, now)
    known = known and _still_live(known)
    facts = {
        "status": Status.CONFIRMED,
        "reason": None,
        "source": Source.WALK_IN,
        "stands_in": not _has_a_seat(room, known, now),
        "checked_in_at": now,
    }
    _tell_readers(meeting)
    if known:
        return Outcome(ledger.change(known, **facts, now=now), is_new=False)
    return Outcome(ledger.enter(room, person, **facts), is_new=True)


def _note_presence(registration, moment):
    registration.checked_in_at = moment
    registration.save(update_fields=["checked_in_at"])
    _tell_readers(registration.meeting)


def _tell_readers(meeting):
    """A report that is out shows how many came."""
    if meeting.report_pages.live().exists():
        edition.advance()


def _still_live(registration):
    """As it is now that the freed seats are given out; None when it has ended."""
    registration.refresh_from_db()
    return registration if registration.is_live else None


def _has_a_seat(room, known, now):
    """False where only the chair of an absentee is left."""
    has_own = known and known.holds_a_seat
    is_called = known and known.called_at and room.free > 0
    if has_own or is_called or room.may_seat_newcomers:
        return True
    meeting = room.meeting
    has_begun = time_left(meeting, now) <= offers.NO_TIME
    present = meeting.registrations.present().count()
    if has_begun and room.has_more_chairs_than(present):
        return False
    raise NoSeatLeftError


def _room_to_move(registration, joined, now):
    if not registration.is_live:
        raise NotSeatedError
    if registration.checked_in_at:
        raise TooLateError
    _refuse_if_impossible(joined, now)
    if seats.live_registration(joined, registration.email):
        raise AlreadyThereError
    room = offers.settle(joined, now)
    if not room.may_seat_newcomers:
        raise NoSeatLeftError
    return room


def _refuse_if_impossible(meeting, now):
    obstacle = meeting.obstacle(now)
    if obstacle in seats.IMPOSSIBLE:
        raise RegistrationClosedError(meeting, obstacle)
