"""What the team does for people, by phone and at the door."""

from datetime import timedelta

import pytest

from events import reception, seats
from events.refusals import (
    AlreadyThereError,
    NoSeatLeftError,
    NotSeatedError,
    RegistrationClosedError,
    TooLateError,
)
from portal.core import edition
from tests.events.people import (
    NOW,
    START,
    make_morning,
    make_person,
    now_is,
    sign_up,
    sign_up_many,
    statuses,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


def test_the_team_registers_also_when_registration_is_closed(told):
    meeting = make_morning(registration_closes_at=NOW)

    person = make_person()
    outcome = reception.register_by_team(meeting, person=person, now=NOW)

    assert (outcome.registration.source, outcome.is_new) == ("team", True)
    assert told.of(outcome.registration) == ["registered"]


def test_the_team_seats_nobody_before_those_who_wait():
    meeting = make_morning(capacity=1)
    sign_up_many(meeting, 2)

    added = reception.register_by_team(meeting, person=make_person(), now=NOW)

    assert seats.position(added.registration) == 2


def test_several_people_without_an_address_may_be_registered_by_phone(told):
    meeting = make_morning()

    for _ in range(2):
        reception.register_by_team(meeting, person=make_person(email=""), now=NOW)

    assert meeting.registrations.confirmed().count() == 2
    assert not told


def test_the_team_registers_nobody_for_what_does_not_take_place():
    meeting = make_morning(status="cancelled")

    with pytest.raises(RegistrationClosedError):
        reception.register_by_team(meeting, person=make_person(), now=NOW)


def test_the_first_check_in_counts():
    registration = sign_up(make_morning())

    reception.check_in(registration, now=START)
    again = reception.check_in(registration, now=START + timedelta(hours=1))

    assert again.checked_in_at == START


def test_a_tick_for_the_wrong_person_is_taken_back():
    registration = reception.check_in(sign_up(make_morning()), now=START)

    assert reception.undo_check_in(registration).checked_in_at is None


def test_who_has_no_seat_is_not_checked_in():
    _, waiting = sign_up_many(make_morning(capacity=1), 2)

    with pytest.raises(NotSeatedError):
        reception.check_in(waiting, now=START)


def test_who_is_there_does_not_cancel():
    registration = reception.check_in(sign_up(make_morning()), now=START)

    with pytest.raises(TooLateError):
        seats.cancel(registration, now=START)


def test_who_walks_in_takes_a_free_seat_and_is_there(told):
    meeting = make_morning(capacity=1)

    came = reception.walk_in(meeting, person=make_person(email=""), now=START)

    assert came.registration.checked_in_at == START
    assert (came.registration.source, came.registration.stands_in) == ("walk_in", False)
    assert not told


def test_before_the_meeting_nobody_takes_a_promised_chair():
    meeting = make_morning(capacity=1)
    sign_up(meeting)

    with pytest.raises(NoSeatLeftError):
        reception.walk_in(
            meeting, person=make_person(), now=START - timedelta(minutes=1)
        )


def test_once_it_has_begun_the_chair_of_an_absentee_will_do():
    meeting = make_morning(capacity=1)
    sign_up(meeting)

    came = reception.walk_in(meeting, person=make_person(), now=START)

    assert came.registration.stands_in
    assert meeting.registrations.holding().count() == 1
    with pytest.raises(NoSeatLeftError):
        reception.walk_in(meeting, person=make_person(), now=START)


def test_who_waited_and_comes_all_the_same_is_seated_if_there_is_a_chair():
    meeting, person = make_morning(capacity=1), make_person()
    sign_up(meeting)
    seats.register(meeting, person=person, now=NOW)

    came = reception.walk_in(meeting, person=person, now=START)

    assert (came.is_new, came.registration.status) == (False, "confirmed")


def test_who_is_registered_and_gives_their_name_at_the_door_is_checked_in():
    meeting, person = make_morning(), make_person()
    registered = seats.register(meeting, person=person, now=NOW).registration

    came = reception.walk_in(meeting, person=person, now=START)

    assert (came.registration, came.registration.source) == (registered, "form")
    assert came.registration.checked_in_at == START


def test_a_move_gives_a_seat_there_and_the_old_one_to_the_next(told):
    left, joined = make_morning(capacity=1), make_morning(capacity=1)
    moved, waiting = sign_up_many(left, 2)

    before = edition.current().number
    reception.move(moved, meeting=joined, now=NOW)
    reception.move(moved, meeting=joined, now=NOW)

    moved.refresh_from_db()
    assert (moved.meeting, moved.status) == (joined, "confirmed")
    assert now_is(waiting) == "offered"
    assert told.of(moved) == ["registered", "moved"]
    assert edition.current().number > before


def test_nobody_is_moved_to_where_no_seat_is_free():
    moved, joined = sign_up(make_morning()), make_morning(capacity=1)
    sign_up(joined)

    with pytest.raises(NoSeatLeftError):
        reception.move(moved, meeting=joined, now=NOW)


def test_nobody_is_moved_to_where_they_are_registered_already():
    person, left, joined = make_person(), make_morning(), make_morning()
    outcomes = seats.register_together([left, joined], people=[person], now=NOW)

    with pytest.raises(AlreadyThereError):
        reception.move(outcomes[0].registration, meeting=joined, now=NOW)

    assert statuses(*(outcome.registration for outcome in outcomes)) == [
        "confirmed",
        "confirmed",
    ]
