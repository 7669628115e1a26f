"""People who act at the same instant are served one after the other.

Rows are locked on PostgreSQL only; ``test_seats_on_sqlite`` says the same of files.
"""

from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, connections

from events import choices, corrections, notices, offers, reception, seats
from events.models import AccessNeed, Meeting, Registration
from events.person_form import said_by
from events.refusals import (
    CapacityTooLowError,
    ChoiceFullError,
    OfferOverError,
    RefusedError,
)
from portal.core import edition
from portal.core.models import Edition
from tests.events.asking import choosing, make_question
from tests.events.at_once import Crossing, at_once
from tests.events.people import (
    NOW,
    make_morning,
    make_person,
    sign_up,
    sign_up_many,
    statuses,
)

if connection.vendor != "postgresql":
    reason = "rows are locked on PostgreSQL only (make test-postgresql)"
    pytest.skip(reason, allow_module_level=True)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _committed(db, monkeypatch):
    """Records that other connections see; gone afterwards, and nothing else is."""
    monkeypatch.setattr(notices, "tell", lambda *_args, **_kwargs: None)
    enclosed = connections["default"]
    connections["default"] = enclosed.copy()
    known = list(Edition.objects.values_list("pk", flat=True))
    yield
    for model in (AccessNeed, Registration, Meeting):
        model.objects.all().delete()
    Edition.objects.exclude(pk__in=known).delete()
    connections["default"].close()
    connections["default"] = enclosed


@pytest.fixture
def crossing(monkeypatch):
    """Lets two changes meet in the middle, unless the lock keeps them apart."""

    def cross(*calls):
        crossing = cross.told = Crossing(len(calls))
        monkeypatch.setattr(notices, "tell", crossing)
        # Its row too is locked by whoever changes it, which here would hide the lock.
        monkeypatch.setattr(edition, "advance", lambda *_args, **_kwargs: None)
        return at_once(*calls)

    return cross


def registering(meeting, **facts):
    return partial(seats.register, meeting, person=make_person(**facts), now=NOW)


def held(meeting):
    return meeting.registrations.holding().count()


def test_a_crowd_gets_exactly_the_seats_there_are():
    meeting = make_morning(capacity=5)

    outcomes = at_once(*(registering(meeting) for _ in range(12)))

    assert {outcome.is_new for outcome in outcomes} == {True}
    assert held(meeting) == 5
    queue = list(meeting.registrations.waiting())
    assert [seats.position(person) for person in queue] == list(range(1, 8))


def test_two_people_do_not_get_the_last_seat(crossing):
    meeting = make_morning(capacity=1)

    outcomes = crossing(registering(meeting), registering(meeting))

    people = [outcome.registration for outcome in outcomes]
    assert sorted(statuses(*people)) == ["confirmed", "waiting"]


def test_one_form_posted_twice_at_once_is_one_registration(crossing):
    meeting, person = make_morning(), make_person()
    post = partial(seats.register, meeting, person=person, now=NOW)

    outcomes = crossing(post, post)

    assert sorted(outcome.is_new for outcome in outcomes) == [False, True]
    assert len({outcome.registration for outcome in outcomes}) == 1


def test_two_freed_seats_go_to_two_people(crossing):
    meeting = make_morning(capacity=2)
    *seated, first, second = sign_up_many(meeting, 4)

    crossing(*(partial(seats.cancel, person, now=NOW) for person in seated))

    assert statuses(first, second) == ["offered", "offered"]


def test_one_seat_cancelled_twice_at_once_goes_to_one_person(crossing):
    meeting = make_morning(capacity=1)
    seated, first, second = sign_up_many(meeting, 3)
    cancel = partial(seats.cancel, seated, now=NOW)

    crossing(cancel, cancel)

    assert crossing.told.of(seated) == ["cancelled"]
    assert statuses(first, second) == ["offered", "waiting"]


def test_an_offer_is_accepted_or_runs_out_and_never_both(crossing):
    seated, first, second = sign_up_many(make_morning(capacity=1), 3)
    seats.cancel(seated, now=NOW)
    until = Registration.objects.get(pk=first.pk).offer_until
    moment = timedelta(seconds=1)

    answer, _count = crossing(
        partial(offers.accept, first, now=until - moment),
        partial(offers.expire_offers, now=until),
    )

    if isinstance(answer, OfferOverError):
        assert statuses(first, second) == ["expired", "offered"]
    else:
        assert statuses(first, second) == ["confirmed", "waiting"]


def test_a_room_shrinks_or_is_filled_and_never_both(crossing):
    meeting = make_morning(capacity=2)
    sign_up(meeting)

    answer, _outcome = crossing(
        partial(seats.change_capacity, meeting, capacity=1, now=NOW),
        registering(meeting),
    )

    refused = isinstance(answer, CapacityTooLowError)
    assert Meeting.objects.get().capacity == held(meeting) == (2 if refused else 1)


def test_a_seat_is_taken_back_or_taken_by_a_newcomer_and_never_both(crossing):
    meeting = make_morning(capacity=1)
    seated = sign_up(meeting)
    seats.cancel(seated, now=NOW)

    crossing(partial(seats.undo_cancel, seated, now=NOW), registering(meeting))

    assert held(meeting) == 1


def test_a_called_out_seat_goes_to_one_of_those_who_accept_at_once(crossing):
    meeting = make_morning(capacity=1)
    seated, *waiting = sign_up_many(meeting, 3)
    last_day = meeting.beginning() - timedelta(hours=20)
    seats.cancel(seated, now=last_day)

    answers = crossing(
        *(partial(offers.accept, person, now=last_day) for person in waiting)
    )

    assert sum(isinstance(answer, RefusedError) for answer in answers) == 1
    assert held(meeting) == 1


def test_people_moved_in_opposite_directions_do_not_wait_for_each_other():
    here, there = make_morning(), make_morning()
    pairs = [(sign_up(here), there), (sign_up(there), here)] * 4

    answers = at_once(
        *(
            partial(reception.move, person, meeting=meeting, now=NOW)
            for person, meeting in pairs
        )
    )

    assert not [answer for answer in answers if isinstance(answer, Exception)]


def test_mornings_registered_in_any_order_do_not_wait_for_each_other():
    mornings = [make_morning(), make_morning()]
    orders = [mornings, mornings[::-1]] * 4

    answers = at_once(
        *(
            partial(seats.register_together, order, people=[make_person()], now=NOW)
            for order in orders
        )
    )

    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert [held(morning) for morning in mornings] == [8, 8]


def test_two_people_do_not_get_the_last_place_of_a_workshop(crossing):
    workshop = make_question(make_morning(), choices={"Écoute": 1, "Deuil": None})
    chosen = choosing(workshop, "Écoute")

    answers = crossing(
        *(registering(workshop.meeting, answers=chosen) for _person in range(2))
    )

    assert sum(isinstance(answer, ChoiceFullError) for answer in answers) == 1
    assert choices.taken(workshop.meeting).total() == 1


def test_a_place_is_chosen_by_who_is_there_or_who_comes_and_never_both(crossing):
    workshop = make_question(make_morning(), choices={"Écoute": 1, "Deuil": None})
    chosen = choosing(workshop, "Écoute")
    there = sign_up(workshop.meeting)
    # A new address, so that the change is told and meets the other in the middle.
    said = {**said_by(there), "email": "nouvelle@essai.example", "answers": chosen}

    answers = crossing(
        partial(corrections.correct, there, answers=said, now=NOW),
        registering(workshop.meeting, answers=chosen),
    )

    assert sum(isinstance(answer, ChoiceFullError) for answer in answers) == 1
    assert choices.taken(workshop.meeting).total() == 1


def test_a_crowd_fills_a_workshop_to_its_last_place():
    workshop = make_question(make_morning(), choices={"Écoute": 5, "Deuil": None})
    chosen = choosing(workshop, "Écoute")

    at_once(*(registering(workshop.meeting, answers=chosen) for _person in range(12)))

    assert choices.taken(workshop.meeting).total() == 5
    assert held(workshop.meeting) == 5
