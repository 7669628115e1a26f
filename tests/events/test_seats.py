"""Who gets a seat, who waits, and what giving it up does."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from events import seats
from events.models import AccessNeed, Registration
from events.refusals import (
    CapacityTooLowError,
    RegistrationClosedError,
    TooLateError,
    UndoRefusedError,
)
from portal.core import edition
from tests.events.people import (
    LAST_DAY,
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
MINUTE = timedelta(minutes=1)


def test_seats_go_in_order_of_arrival_then_people_wait():
    meeting = make_morning(capacity=2)

    people = sign_up_many(meeting, 4)

    assert statuses(*people) == ["confirmed", "confirmed", "waiting", "waiting"]
    assert [seats.position(person) for person in people] == [None, None, 1, 2]


def test_places_taken_beforehand_are_not_given_again():
    meeting = make_morning(capacity=10, reserved_places=9)

    assert statuses(*sign_up_many(meeting, 2)) == ["confirmed", "waiting"]


def test_a_meeting_without_limit_seats_everybody():
    assert set(statuses(*sign_up_many(make_morning(), 5))) == {"confirmed"}


def test_what_a_team_declares_full_has_a_waiting_list():
    meeting = make_morning(capacity=60, status="full")

    assert now_is(sign_up(meeting)) == "waiting"


def test_clocks_that_disagree_do_not_change_the_order():
    meeting = make_morning(capacity=0)
    first = sign_up(meeting, now=NOW)

    second = sign_up(meeting, now=NOW - MINUTE)

    assert [seats.position(first), seats.position(second)] == [1, 2]


def test_each_person_is_told_what_they_got(told):
    seated, waiting = sign_up_many(make_morning(capacity=1), 2)

    assert told.of(seated) == ["registered"]
    assert told.of(waiting) == ["waiting"]


def test_the_same_address_is_registered_once_and_told_by_mail_only(told):
    meeting = make_morning()
    first = sign_up(meeting, email="Samira@Essai.example")

    person = make_person(email=" samira@essai.EXAMPLE ")
    again = seats.register(meeting, person=person, now=NOW)

    assert (again.registration, again.is_new) == (first, False)
    assert told.of(first) == ["registered", "already_registered"]


def test_the_same_form_posted_twice_tells_nothing_more(told):
    meeting, person = make_morning(), make_person()
    first = seats.register(meeting, person=person, now=NOW)

    second = seats.register(meeting, person=person, now=NOW)

    assert second.registration == first.registration
    assert (first.is_repeat, second.is_repeat, len(told)) == (False, True, 1)


def test_the_database_itself_refuses_a_second_live_registration():
    first = sign_up(make_morning(), email="samira@essai.example")
    rows = Registration.objects.filter(pk=first.pk)
    twin = rows.get()
    twin.pk, twin.reference, twin.arrived_at = None, "23456789", NOW + MINUTE

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_who_cancelled_may_register_again():
    meeting, person = make_morning(), make_person()
    seats.cancel(seats.register(meeting, person=person, now=NOW).registration, now=NOW)

    assert seats.register(meeting, person=person, now=NOW).is_new


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"registration_opens_at": NOW + MINUTE}, "later"),
        ({"registration_closes_at": NOW}, "closed"),
        ({"status": "cancelled"}, "held_back"),
        ({"needs_registration": False}, "free"),
        ({"start_date": date(2025, 1, 21)}, "past"),
    ],
)
def test_registration_out_of_its_time_is_refused_with_the_reason(facts, state):
    with pytest.raises(RegistrationClosedError) as refusal:
        sign_up(make_morning(**facts))

    assert refusal.value.state == state
    assert refusal.value.message


def test_needs_for_access_are_kept_apart():
    registration = sign_up(make_morning(), access_need="Boucle auditive")

    assert AccessNeed.objects.get().registration == registration
    assert "Boucle" not in str(Registration.objects.values().get())


def test_several_mornings_are_all_registered_or_none():
    mornings = [make_morning(), make_morning(registration_closes_at=NOW)]

    with pytest.raises(RegistrationClosedError):
        seats.register_together(mornings, people=[make_person()], now=NOW)

    assert not Registration.objects.exists()


def test_two_colleagues_register_for_two_mornings_at_once():
    mornings = [make_morning(), make_morning()]

    people = [make_person(), make_person()]
    outcomes = seats.register_together(mornings, people=people, now=NOW)

    assert {outcome.is_new for outcome in outcomes} == {True}
    assert [morning.registrations.count() for morning in mornings] == [2, 2]


def test_cancelling_twice_is_the_same_as_once(told):
    registration = sign_up(make_morning())

    seats.cancel(registration, now=NOW)
    seats.cancel(registration, now=NOW)

    assert now_is(registration) == "cancelled"
    assert told.of(registration) == ["registered", "cancelled"]


def test_who_leaves_the_list_moves_the_others_up(told):
    _, first, second = sign_up_many(make_morning(capacity=1), 3)

    seats.leave(first, now=NOW)

    assert seats.position(second) == 1
    assert told.of(first) == ["waiting", "left"]


def test_nothing_is_cancelled_once_the_meeting_is_over():
    registration = sign_up(make_morning())

    with pytest.raises(TooLateError):
        seats.cancel(registration, now=START + timedelta(hours=4))


def test_a_cancellation_may_be_undone_for_a_quarter_of_an_hour(told):
    registration = sign_up(make_morning(capacity=1))
    seats.cancel(registration, now=NOW)

    seats.undo_cancel(registration, now=NOW + 15 * MINUTE)

    assert now_is(registration) == "confirmed"
    assert told.of(registration) == ["registered", "cancelled", "registered"]


def test_after_a_quarter_of_an_hour_nothing_is_undone():
    registration = sign_up(make_morning())
    seats.cancel(registration, now=NOW)

    with pytest.raises(UndoRefusedError):
        seats.undo_cancel(registration, now=NOW + 16 * MINUTE)


def test_a_seat_that_went_to_someone_is_not_taken_back():
    seated, waiting = sign_up_many(make_morning(capacity=1), 2)
    seats.cancel(seated, now=NOW)

    with pytest.raises(UndoRefusedError):
        seats.undo_cancel(seated, now=NOW + MINUTE)

    assert statuses(seated, waiting) == ["cancelled", "offered"]


def test_a_seat_that_is_called_out_is_not_taken_back():
    seated, _waiting = sign_up_many(make_morning(capacity=1), 2)
    seats.cancel(seated, now=LAST_DAY)

    with pytest.raises(UndoRefusedError):
        seats.undo_cancel(seated, now=LAST_DAY + MINUTE)


def test_who_took_a_new_registration_does_not_get_the_old_one_back_too():
    meeting, person = make_morning(), make_person()
    first = seats.register(meeting, person=person, now=NOW).registration
    seats.cancel(first, now=NOW)
    seats.register(meeting, person=person, now=NOW)

    with pytest.raises(UndoRefusedError):
        seats.undo_cancel(first, now=NOW + MINUTE)


def test_a_place_on_the_list_is_taken_back_where_it_was():
    _, first, second = sign_up_many(make_morning(capacity=1), 3)
    seats.leave(first, now=NOW)

    restored = seats.undo_cancel(first, now=NOW + MINUTE)

    assert [seats.position(restored), seats.position(second)] == [1, 2]


def test_a_bigger_room_goes_to_those_who_wait():
    meeting = make_morning(capacity=1)
    _, first, second, third = sign_up_many(meeting, 4)

    seats.change_capacity(meeting, capacity=3, now=NOW)

    assert statuses(first, second, third) == ["offered", "offered", "waiting"]


def test_a_room_never_becomes_smaller_than_what_was_promised():
    meeting = make_morning(capacity=3)
    sign_up_many(meeting, 3)

    with pytest.raises(CapacityTooLowError) as refusal:
        seats.change_capacity(meeting, capacity=2, now=NOW)

    meeting.refresh_from_db()
    assert (meeting.capacity, refusal.value.held) == (3, 3)


def test_a_seat_more_or_less_makes_a_new_edition_of_the_pages():
    meeting = make_morning(capacity=1)
    before = edition.current().number

    seated, _waiting = sign_up_many(meeting, 2)
    between = edition.current().number
    seats.cancel(seated, now=START)

    assert between == before + 1
    assert edition.current().number == between + 1
