"""A freed seat goes to whoever has waited longest, who has time to answer."""

from datetime import timedelta

import pytest

from events import offers, seats
from events.models import Meeting
from events.models.places import RegistrationState
from events.refusals import OfferOverError, SeatGoneError
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
from tests.making import brussels

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
HOUR = timedelta(hours=1)
# Two working days after NOW.
DEADLINE = brussels(2026, 1, 7, 10)


def full_with_three_waiting(**facts):
    meeting = make_morning(capacity=1, **facts)
    return meeting, *sign_up_many(meeting, 4)


def test_a_freed_seat_is_offered_for_two_working_days(told):
    _, seated, first, second, _ = full_with_three_waiting()

    seats.cancel(seated, now=NOW)

    first.refresh_from_db()
    assert (first.status, first.offer_until) == ("offered", DEADLINE)
    assert told.of(first) == ["waiting", "offered"]
    assert told.of(second) == ["waiting"]


def test_a_seat_offered_is_not_free():
    meeting, seated, *_ = full_with_three_waiting()

    seats.cancel(seated, now=NOW)

    assert Meeting.objects.get().free_places == 0
    assert now_is(sign_up(meeting)) == "waiting"


def test_an_offer_is_accepted_until_its_last_moment(told):
    _, seated, first, *_ = full_with_three_waiting()
    seats.cancel(seated, now=NOW)

    offers.accept(first, now=DEADLINE - timedelta(seconds=1))
    offers.accept(first, now=DEADLINE)

    assert now_is(first) == "confirmed"
    assert told.of(first) == ["waiting", "offered", "registered"]


def test_an_offer_is_over_when_it_said_so():
    _, seated, first, *_ = full_with_three_waiting()
    seats.cancel(seated, now=NOW)

    with pytest.raises(OfferOverError):
        offers.accept(first, now=DEADLINE)


def test_who_passes_hands_the_seat_on_at_once(told):
    _, seated, first, second, third = full_with_three_waiting()
    seats.cancel(seated, now=NOW)

    offers.decline(first, now=NOW)
    offers.decline(first, now=NOW)

    assert statuses(first, second, third) == ["declined", "offered", "waiting"]
    assert told.of(first) == ["waiting", "offered", "declined"]


def test_an_offer_that_runs_out_goes_on_to_the_next(told):
    _, seated, first, second, _ = full_with_three_waiting()
    seats.cancel(seated, now=NOW)

    assert offers.expire_offers(now=DEADLINE - HOUR) == 0
    assert offers.expire_offers(now=DEADLINE) == 1
    assert offers.expire_offers(now=DEADLINE) == 0

    assert statuses(first, second) == ["expired", "offered"]
    assert told.of(first) == ["waiting", "offered", "offer_expired"]


@pytest.mark.parametrize("ending", [offers.decline, seats.cancel])
def test_who_gave_up_an_offer_is_never_offered_again(ending):
    meeting, seated, first, *_ = full_with_three_waiting()
    seats.cancel(seated, now=NOW)
    ending(first, now=NOW)

    seats.change_capacity(meeting, capacity=10, now=NOW)

    assert now_is(first) == "declined"
    assert not meeting.registrations.waiting().exists()


def test_who_asks_again_waits_again_behind_the_others():
    meeting = make_morning(capacity=1)
    person = make_person()
    seated = sign_up(meeting)
    first = seats.register(meeting, person=person, now=NOW).registration
    others = sign_up_many(meeting, 2)
    seats.cancel(seated, now=NOW)
    offers.decline(first, now=NOW)

    again = seats.register(meeting, person=person, now=NOW).registration

    assert [now_is(others[0]), seats.position(again)] == ["offered", 2]


def test_half_way_people_are_reminded_once(told):
    _, seated, first, *_ = full_with_three_waiting()
    seats.cancel(seated, now=NOW)

    reminded = [
        offers.remind_offers(now=moment)
        for moment in (brussels(2026, 1, 6, 9, 59), brussels(2026, 1, 6, 10), DEADLINE)
    ]

    assert reminded == [0, 1, 0]
    assert told.of(first)[-1] == "offer_reminder"


@pytest.mark.parametrize(
    ("moment", "deadline"),
    [
        (brussels(2026, 1, 15, 9), brussels(2026, 1, 16, 13)),
        (brussels(2026, 1, 16, 9), brussels(2026, 1, 16, 17)),
        (brussels(2026, 1, 17, 12), brussels(2026, 1, 19, 13)),
        (brussels(2026, 1, 19, 8, 59), brussels(2026, 1, 19, 13)),
        (brussels(2026, 1, 19, 9), None),
    ],
)
def test_an_offer_is_shorter_as_the_meeting_nears(moment, deadline):
    assert offers.held_until(make_morning(), moment) == deadline


def test_a_meeting_that_says_so_gives_the_seat_at_once(told):
    _, seated, first, *_ = full_with_three_waiting(promotes_by_offer=False)

    seats.cancel(seated, now=NOW)

    assert now_is(first) == "confirmed"
    assert told.of(first) == ["waiting", "promoted"]


def test_on_the_last_day_everybody_waiting_hears_of_the_seat(told):
    _, seated, *waiting = full_with_three_waiting()

    seats.cancel(seated, now=LAST_DAY)

    assert set(statuses(*waiting)) == {"waiting"}
    assert [told.of(person)[-1] for person in waiting] == ["seat_open"] * 3


def test_on_the_last_day_the_first_to_accept_is_seated():
    _, seated, first, second, _ = full_with_three_waiting()
    seats.cancel(seated, now=LAST_DAY)

    offers.accept(second, now=LAST_DAY)
    with pytest.raises(SeatGoneError):
        offers.accept(first, now=LAST_DAY)

    assert statuses(first, second) == ["waiting", "confirmed"]


def test_each_seat_is_called_out_once(told):
    meeting, seated, first, _second, third = full_with_three_waiting()
    seats.cancel(seated, now=LAST_DAY)
    offers.fill(meeting, now=LAST_DAY)
    offers.accept(first, now=LAST_DAY)

    seats.cancel(first, now=LAST_DAY)

    assert told.of(third) == ["waiting", "seat_open", "seat_open"]


def test_nobody_takes_a_seat_that_was_not_called_out():
    _, _seated, first, *_ = full_with_three_waiting()

    with pytest.raises(SeatGoneError):
        offers.accept(first, now=LAST_DAY)


def test_a_newcomer_does_not_overtake_those_a_seat_was_called_out_to(told):
    meeting, seated, *_ = full_with_three_waiting()
    seats.cancel(seated, now=LAST_DAY)

    newcomer = sign_up(meeting, now=LAST_DAY)

    assert Meeting.objects.get().registration(LAST_DAY) == RegistrationState.FULL
    assert now_is(newcomer) == "waiting"
    assert told.of(newcomer) == ["seat_open"]


@pytest.mark.parametrize("facts", [{"status": "cancelled"}, {"status": "postponed"}])
def test_a_meeting_that_does_not_take_place_offers_nothing(facts):
    _, seated, first, *_ = full_with_three_waiting()
    Meeting.objects.update(**facts)

    seats.cancel(seated, now=NOW)

    assert now_is(first) == "waiting"


def test_once_it_has_begun_nobody_is_promoted():
    _, seated, first, *_ = full_with_three_waiting()

    seats.cancel(seated, now=START)

    assert now_is(first) == "waiting"


def test_filling_twice_is_the_same_as_once(told):
    meeting, seated, *_ = full_with_three_waiting()
    seats.cancel(seated, now=NOW)
    before = list(told)

    assert offers.fill(meeting, now=NOW) == []
    assert list(told) == before


def test_when_the_last_one_called_leaves_the_places_shown_are_new():
    meeting, seated, first, *others = full_with_three_waiting()
    for waiting in others:
        seats.leave(waiting, now=NOW)
    seats.cancel(seated, now=LAST_DAY)
    before, called = edition.current().number, free_places(meeting)

    seats.leave(first, now=LAST_DAY)

    assert (called, free_places(meeting)) == (0, 1)
    assert edition.current().number > before


def free_places(meeting):
    return Meeting.objects.get(pk=meeting.pk).free_places


def test_when_the_call_ends_the_places_shown_are_new():
    meeting, seated, *_ = full_with_three_waiting()
    seats.cancel(seated, now=LAST_DAY)
    Meeting.objects.update(capacity=1, reserved_places=1)
    before = edition.current().number

    offers.fill(meeting, now=LAST_DAY)

    assert edition.current().number > before
