"""Giving freed seats to the people who wait, who has waited longest first.

A freed seat is offered to one person and held for them over Belgian working hours,
fewer as the meeting nears: never more than half of those left until it begins. In the
last 24 hours everybody who waits is told, and the first to accept is seated. A meeting
may also give the seat at once, without asking.

An offer that was declined or ran out is over for good: the seat goes on to the next
person at once, and whoever had it must register again to wait again.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from events import ledger
from events.ledger import Status
from events.models import Meeting, Registration
from events.notices import Reason
from events.refusals import OfferOverError, SeatGoneError
from events.room import Room, time_left
from portal.core import edition, working_hours

LAST_CALL = timedelta(hours=24)
SHORTEST_OFFER = timedelta(hours=1)
NO_TIME = timedelta()
NOT_TAKING_PLACE = (Meeting.Status.CANCELLED, Meeting.Status.POSTPONED)


@transaction.atomic
def fill(meeting, *, now):
    """Give the seats that are free to those who wait; done twice, it gives no more."""
    return settle(ledger.lock(meeting), now).given


@transaction.atomic
def accept(registration, *, now):
    """Take the seat that was offered; accepting twice is the same as once."""
    registration = ledger.lock_with(registration)
    if registration.status == Status.WAITING:
        return _answer_call(registration, now)
    if registration.status == Status.OFFERED and _is_running(registration, now):
        return _confirm(registration, now)
    if registration.status != Status.CONFIRMED:
        raise OfferOverError
    return registration


@transaction.atomic
def decline(registration, *, now):
    """Pass: the seat goes on to the next person, and this one is not asked again."""
    registration = ledger.lock_with(registration)
    asked = registration.status == Status.OFFERED or registration.called_at
    if asked:
        terms = {"status": Status.DECLINED, "reason": Reason.DECLINED}
        ledger.change(registration, **terms, now=now)
        settle(registration.meeting, now)
    elif registration.status not in {Status.DECLINED, Status.EXPIRED}:
        raise OfferOverError
    return registration


def expire_offers(*, now, limit=None):
    """End the offers that ran out, and pass their seats on; how many ended."""
    return _each(overdue_offers(now)[:limit], _expire, now)


def remind_offers(*, now, limit=None):
    """Remind, at half-time, those who have not answered; how many were reminded."""
    unreminded = _offers().filter(offer_reminded_at=None, offer_until__gt=now)
    due = [offer for offer in unreminded if half_time(offer) <= now]
    return _each(due[:limit], _remind, now)


def fill_waiting(*, now, limit=None):
    """Fill every meeting somebody waits for: a limit may have been lifted meanwhile."""
    waiting = Registration.objects.waiting().filter(meeting=OuterRef("pk")).order_by()
    meetings = Meeting.objects.upcoming(now).filter(Exists(waiting))[:limit]
    return sum(len(fill(meeting, now=now)) for meeting in meetings)


def overdue_offers(now):
    return _offers().filter(offer_until__lte=now)


def half_time(offer):
    """The middle of an offer, in working hours."""
    span = working_hours.between(offer.offered_at, offer.offer_until)
    return working_hours.add(offer.offered_at, span / 2)


def held_until(meeting, now):
    """Until when an offer made now is held; None when it is too late for offers."""
    if time_left(meeting, now) <= LAST_CALL:
        return None
    left = working_hours.between(now, meeting.beginning())
    span = min(timedelta(hours=meeting.offer_hours), left / 2)
    return working_hours.add(now, span) if span >= SHORTEST_OFFER else None


def is_last_call(meeting, now):
    """True when a free seat goes to the first who accepts it."""
    return meeting.promotes_by_offer and held_until(meeting, now) is None


def settle(meeting, now):
    """Give the free seats of a locked meeting; what room is left after that."""
    room = Room(meeting, now)
    serve(room)
    return room


def serve(room):
    """Give the free seats of a room to those who wait."""
    meeting, now = room.meeting, room.now
    if not (room.has_seats_to_give and _may_still_come(meeting, now)):
        return
    if is_last_call(meeting, now):
        _call(room)
    elif room.free:
        _end_call(room)
        _give(room)


def _give(room):
    terms = _terms(room.meeting, room.now)
    for registration in room.meeting.registrations.waiting():
        if not room.free:
            break
        if room.has_seat_for(registration.organisation):
            ledger.change(registration, now=room.now, **terms)
            room.give(registration)


def _terms(meeting, now):
    if not meeting.promotes_by_offer:
        return {"status": Status.CONFIRMED, "reason": Reason.PROMOTED}
    return {
        "status": Status.OFFERED,
        "reason": Reason.OFFERED,
        "offered_at": now,
        "offer_until": held_until(meeting, now),
    }


def _call(room):
    """Tell those who wait that a seat is free, once for as long as one is."""
    if not room.free:
        _end_call(room)
        return
    for waiting in room.meeting.registrations.waiting().filter(called_at=None):
        if room.has_seat_for(waiting.organisation):
            facts = {"reason": Reason.SEAT_OPEN, "called_at": room.now}
            ledger.remind(waiting, **facts, now=room.now)
            room.called += 1


def _end_call(room):
    if room.called:
        room.meeting.registrations.called().update(called_at=None)
        room.called = 0
        # The places left are shown in public.
        edition.advance(room.now)


def _answer_call(registration, now):
    room = Room(registration.meeting, now)
    is_asked = registration.called_at and _may_still_come(registration.meeting, now)
    if not (is_asked and room.has_seat_for(registration.organisation)):
        raise SeatGoneError
    _confirm(registration, now)
    settle(registration.meeting, now)
    return registration


def _confirm(registration, now):
    terms = {"status": Status.CONFIRMED, "reason": Reason.REGISTERED}
    return ledger.change(registration, **terms, now=now)


@transaction.atomic
def _expire(registration, now):
    registration = ledger.lock_with(registration)
    is_over = registration.status == Status.OFFERED and registration.offer_until <= now
    if is_over:
        terms = {"status": Status.EXPIRED, "reason": Reason.OFFER_EXPIRED}
        ledger.change(registration, **terms, now=now)
        settle(registration.meeting, now)
    return is_over


@transaction.atomic
def _remind(registration, now):
    registration = ledger.lock_with(registration)
    unreminded = not registration.offer_reminded_at
    is_due = unreminded and registration.status == Status.OFFERED
    if is_due:
        facts = {"reason": Reason.OFFER_REMINDER, "offer_reminded_at": now}
        ledger.remind(registration, **facts, now=now)
    return is_due


def _is_running(registration, now):
    meeting = registration.meeting
    return now < registration.offer_until and _may_still_come(meeting, now)


def _may_still_come(meeting, now):
    return meeting.takes_place and time_left(meeting, now) > NO_TIME


def _offers():
    offers = Registration.objects.offered().select_related("meeting")
    return offers.exclude(meeting__status__in=NOT_TAKING_PLACE)


def _each(registrations, verb, now):
    """Do ``verb`` to each in a transaction of its own; how often it had to be done."""
    return sum(verb(registration, now) for registration in list(registrations))
