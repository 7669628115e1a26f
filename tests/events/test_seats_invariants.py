"""Whatever people do, in whatever order, no seat is lost and none is given twice."""

from contextlib import suppress
from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from events import notices, offers, reception, seats
from events.models import Meeting, Registration
from events.refusals import RefusedError
from events.room import Room, time_left
from tests.events.people import NOW, Told, make_morning, make_person

# What each mail says that the person holds from then on.
MEANS = {
    "registered": "confirmed",
    "promoted": "confirmed",
    "waiting": "waiting",
    "offered": "offered",
    "cancelled": "cancelled",
    "left": "cancelled",
    "declined": "declined",
    "offer_expired": "expired",
}
ADDRESSES = [f"p{number}@essai.example" for number in range(6)]
which = st.integers(min_value=0, max_value=30)


class Seats(RuleBasedStateMachine):
    """People, the team and the worker, acting on one meeting as time goes by."""

    def __init__(self):
        super().__init__()
        self.kept = pytest.MonkeyPatch()
        self.told = Told()
        self.kept.setattr(notices, "tell", self.told)
        self.taken_back = transaction.atomic()
        self.taken_back.__enter__()
        self.now = NOW
        self.over = {}
        self.waited = []

    def teardown(self):
        transaction.set_rollback(True)
        self.taken_back.__exit__(None, None, None)
        self.kept.undo()

    @initialize(
        capacity=st.integers(min_value=0, max_value=3),
        promotes_by_offer=st.booleans(),
        crowd=st.integers(min_value=0, max_value=len(ADDRESSES)),
    )
    def open(self, capacity, promotes_by_offer, crowd):
        self.meeting = make_morning(
            capacity=capacity, promotes_by_offer=promotes_by_offer
        )
        for address in ADDRESSES[:crowd]:
            self.register(address, team=False)

    def attempt(self, verb, *args, **kwargs):
        self.waited = list(self.registrations.waiting().values_list("pk", flat=True))
        self.calls = verb in {offers.accept, reception.walk_in, seats.undo_cancel}
        # A refusal is an answer; the invariants say that it changed nothing.
        with suppress(RefusedError):
            verb(*args, **kwargs, now=self.now)

    @property
    def registrations(self):
        return self.meeting.registrations

    def someone(self, number):
        people = list(self.registrations.order_by("pk"))
        return people[number % len(people)] if people else None

    @rule(address=st.sampled_from(ADDRESSES), team=st.booleans())
    def register(self, address, team):
        verb = reception.register_by_team if team else seats.register
        self.attempt(verb, self.meeting, person=make_person(email=address))

    @rule(
        number=which,
        verb=st.sampled_from(
            [
                seats.cancel,
                seats.leave,
                seats.undo_cancel,
                offers.accept,
                offers.decline,
                reception.check_in,
            ]
        ),
    )
    def answer(self, number, verb):
        registration = self.someone(number)
        if registration:
            self.attempt(verb, registration)

    @rule()
    def walk_in(self):
        self.attempt(reception.walk_in, self.meeting, person=make_person(email=""))

    @rule(capacity=st.integers(min_value=0, max_value=5))
    def change_capacity(self, capacity):
        self.attempt(seats.change_capacity, self.meeting, capacity=capacity)

    @rule(
        hours=st.sampled_from([0.1, 1, 8, 24, 72]),
        verb=st.sampled_from([offers.expire_offers, offers.remind_offers]),
    )
    def wait(self, hours, verb):
        self.now += timedelta(hours=hours)
        self.attempt(verb)

    @invariant()
    def never_more_seats_than_there_are(self):
        meeting = Meeting.objects.get()
        assert self.registrations.holding().count() <= meeting.capacity

    @invariant()
    def nobody_is_both_seated_and_waiting(self):
        live = self.registrations.live().exclude(email="")
        emails = list(live.values_list("email", flat=True))
        assert len(emails) == len(set(emails))

    @invariant()
    def the_queue_has_neither_gaps_nor_doubles(self):
        queue = self.registrations.waiting()
        places = [seats.position(registration) for registration in queue]
        assert places == list(range(1, len(places) + 1))

    @invariant()
    def nobody_is_overtaken(self):
        found = dict(self.registrations.values_list("pk", "status"))
        fates = [found[pk] for pk in self.waited]
        served = [
            place
            for place, fate in enumerate(fates)
            if fate in {"offered", "confirmed"}
        ]
        if served and not self.calls:
            assert "waiting" not in fates[: served[-1]]

    @invariant()
    def no_seat_stays_empty_while_someone_waits(self):
        meeting = Meeting.objects.get()
        waiting = self.registrations.waiting()
        begun = time_left(meeting, self.now) <= timedelta()
        if begun or not Room(meeting, self.now).free:
            return
        if offers.is_last_call(meeting, self.now):
            waiting = waiting.filter(called_at=None)
        assert not waiting.exists()

    @invariant()
    def who_passed_is_never_asked_again(self):
        over = self.registrations.filter(status__in=["declined", "expired"])
        found = dict(over.values_list("pk", "status"))
        assert self.over.items() <= found.items()
        self.over = found

    @invariant()
    def each_change_is_told_once(self):
        for registration in self.registrations.exclude(email=""):
            told = self.told.of(registration)
            fates = [MEANS[reason] for reason in told if reason in MEANS]
            assert all(before != after for before, after in pairwise(fates))
            assert (fates or ["waiting"])[-1] == registration.status
            assert registration.revision == len(told)


@pytest.mark.django_db
def test_seats_keep_their_promises_whatever_happens():
    run_state_machine_as_test(
        Seats,
        settings=settings(
            max_examples=20,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
    assert not Registration.objects.exists()
