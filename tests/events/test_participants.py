"""Who comes, counted and found."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events import participants, reception, seats
from events.participants import Participants
from tests.events.people import (
    NOW,
    START,
    make_morning,
    make_person,
    sign_up,
    sign_up_many,
)
from tests.making import make_commune

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


def counted(entries):
    return [(entry.name, entry.seats, entry.waiting) for entry in entries]


def test_seats_taken_offered_and_free_add_up_to_the_capacity():
    meeting = make_morning(capacity=5, reserved_places=1)
    first, *_others = sign_up_many(meeting, 5)
    seats.cancel(first, now=NOW)

    who = Participants(meeting)

    counts = [who.counts[state] for state in ("confirmed", "offered", "waiting")]
    assert (counts, who.free, who.ended) == ([3, 1, 0], 0, 1)
    assert [offer.status for offer in who.offers] == ["offered"]


def test_who_took_the_chair_of_an_absentee_is_counted_apart():
    meeting = make_morning(capacity=1)
    sign_up(meeting)
    late = START + timedelta(minutes=5)
    reception.walk_in(meeting, person=make_person(), now=late)

    who = Participants(meeting)

    assert (who.counts["confirmed"], who.stand_ins, who.free) == (1, 1, 0)


def test_a_meeting_without_a_limit_has_no_number_of_free_seats():
    assert Participants(make_morning(capacity=None)).free is None


def test_who_waits_has_a_rank_in_order_of_arrival():
    meeting = make_morning(capacity=1)
    _seated, one, two = sign_up_many(meeting, 3)

    assert Participants(meeting).ranks == {one.pk: 1, two.pk: 2}


def test_an_organisation_is_one_however_it_is_written():
    meeting = make_morning(capacity=2)
    for name in ("CPAS d’Etterbeek", "cpas d'ETTERBEEK", "Cpas d’Etterbeek"):
        sign_up(meeting, organisation=name)
    gone = sign_up(meeting, organisation="Parti")
    seats.cancel(gone, now=NOW)

    assert counted(Participants(meeting).organisations) == [("CPAS d’Etterbeek", 2, 1)]


def test_people_on_their_own_account_are_of_no_organisation():
    meeting = make_morning()
    for name in ("à titre indépendant", "Indépendante"):
        sign_up(meeting, organisation=name)

    assert counted(Participants(meeting).organisations) == [("", 2, 0)]


def test_a_commune_is_said_once_for_every_meeting():
    commune = make_commune("Etterbeek")
    one, other = make_morning(), make_morning()
    for meeting in (one, other):
        sign_up(meeting, organisation="Le Sas")
        sign_up(meeting, organisation="Ailleurs")

    participants.place({"le sas": commune})

    found = Participants(other).communes
    assert [(entry.commune, entry.seats) for entry in found] == [
        (commune, 1),
        (None, 1),
    ]


def test_a_commune_that_was_wrong_is_taken_back():
    meeting = make_morning()
    sign_up(meeting, organisation="Le Sas")

    participants.place({"le sas": make_commune()})
    participants.place({"le sas": None})

    assert [entry.commune for entry in Participants(meeting).communes] == [None]


@pytest.mark.parametrize(
    "words", ["zoe", "ZOÉ maelbeek", "zoe@essai.example", "vanden eynde"]
)
def test_somebody_is_found_by_name_organisation_or_address(words):
    meeting = make_morning()
    zoe = sign_up(
        meeting,
        given_name="Zoé",
        family_name="Vanden Eynde",
        email="zoe@essai.example",
        organisation="Maison du Maelbeek",
    )
    sign_up(meeting)

    assert Participants(meeting).find(words) == [zoe]


def test_somebody_is_found_by_the_reference_in_their_mail():
    meeting = make_morning()
    asked, _other = sign_up_many(meeting, 2)

    assert Participants(meeting).find(asked.reference.lower()) == [asked]


@pytest.mark.parametrize("words", ["", "  ", "'", "%", "\x00", "🙂", "zoe " * 500])
def test_what_nobody_is_called_finds_nobody(words):
    meeting = make_morning()
    sign_up(meeting)

    assert Participants(meeting).find(words) == []


class EveryMorning(TestCase):
    @settings(max_examples=12, deadline=None)
    @given(
        capacity=st.integers(1, 6),
        reserved=st.integers(0, 1),
        arrivals=st.lists(st.sampled_from(["A", "B", "indépendant"]), max_size=7),
        leavers=st.sets(st.integers(0, 6)),
    )
    def test_the_figures_always_add_up(self, capacity, reserved, arrivals, leavers):
        meeting = make_morning(capacity=capacity, reserved_places=reserved)
        people = [sign_up(meeting, organisation=name) for name in arrivals]
        for number in sorted(leavers):
            if number < len(people):
                seats.cancel(people[number], now=NOW)

        who = Participants(meeting)

        held = who.counts["confirmed"] + who.counts["offered"]
        assert meeting.reserved_places + held + who.free == capacity
        assert sum(who.counts.values()) == len(people)
        for parts in (who.organisations, who.communes):
            assert sum(part.seats for part in parts) == held
            assert sum(part.waiting for part in parts) == who.counts["waiting"]
