"""A room is never promised twice, and no organisation fills it alone."""

import pytest

from events import offers, scheduling, seats
from events.models import Meeting
from events.refusals import CapacityTooLowError
from tests.events.people import (
    NOW,
    make_morning,
    now_is,
    sign_up,
    sign_up_many,
    statuses,
)
from tests.making import brussels

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
LIFTED = brussels(2026, 1, 13, 9)


def test_the_places_left_count_what_was_promised():
    meeting = make_morning(capacity=10, reserved_places=2)
    sign_up_many(meeting, 3)

    assert Meeting.objects.get().free_places == 5
    assert Meeting.objects.with_facts().get().free_places == 5


def test_people_who_wait_take_no_place():
    meeting = make_morning(capacity=2)
    sign_up_many(meeting, 5)

    assert Meeting.objects.get().held_seats == 2


def test_a_list_of_meetings_counts_its_places_in_the_same_queries(
    django_assert_num_queries,
):
    for _ in range(3):
        sign_up_many(make_morning(capacity=5), 2)

    with django_assert_num_queries(3):
        free = [meeting.free_places for meeting in Meeting.objects.with_facts()]

    assert free == [3, 3, 3]


def test_an_organisation_has_so_many_seats_and_its_others_wait():
    meeting = make_morning(capacity=10, organisation_cap=2)
    names = ["Le Méridien", "le meridien", "LE MÉRIDIEN", "Autre service"]

    people = [sign_up(meeting, organisation=name) for name in names]

    assert statuses(*people) == ["confirmed", "confirmed", "waiting", "confirmed"]


@pytest.mark.parametrize("name", ["à titre indépendant", "Zelfstandig", ""])
def test_people_on_their_own_are_of_no_organisation(name):
    meeting = make_morning(capacity=10, organisation_cap=1)

    people = sign_up_many(meeting, 2, organisation=name)

    assert statuses(*people) == ["confirmed", "confirmed"]


def test_days_before_the_limit_is_lifted_for_those_who_wait():
    meeting = make_morning(capacity=10, organisation_cap=1)
    _, waiting = sign_up_many(meeting, 2, organisation="Le Méridien")

    assert offers.fill_waiting(now=NOW) == 0
    assert offers.fill_waiting(now=LIFTED) == 1

    assert now_is(waiting) == "offered"


def test_a_freed_seat_passes_over_who_is_beyond_the_limit():
    meeting = make_morning(capacity=2, organisation_cap=1)
    sign_up(meeting, organisation="Le Méridien")
    seated, beyond, other = (
        sign_up(meeting, organisation=name) for name in ("Un", "Le Méridien", "Deux")
    )

    seats.cancel(seated, now=NOW)

    assert statuses(beyond, other) == ["waiting", "offered"]


def test_an_editor_who_makes_the_room_bigger_seats_those_who_wait():
    meeting = make_morning(capacity=1)
    _, waiting = sign_up_many(meeting, 2)
    meeting.capacity = 2

    scheduling.record(meeting, now=NOW)

    assert now_is(waiting) == "offered"


@pytest.mark.parametrize("facts", [{"capacity": 2}, {"reserved_places": 1}])
def test_an_editor_cannot_take_back_a_promised_seat(facts):
    meeting = make_morning(capacity=3)
    sign_up_many(meeting, 3)
    for name, value in facts.items():
        setattr(meeting, name, value)

    with pytest.raises(CapacityTooLowError):
        scheduling.record(meeting, now=NOW)
