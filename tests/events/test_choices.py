"""A workshop never has more people than places, and nobody loses a seat for it."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events import choices, corrections, notices, offers, questions, reception, seats
from events.models import Choice, Registration
from events.person_form import said_by
from events.refusals import ChoiceFullError, ChoicePromisedError, RefusedError
from events.scheduling import record
from tests.events.asking import choosing, make_question, said_of, sign_up_for
from tests.events.people import NOW, Told, make_morning, make_person, now_is, sign_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop(told):
    """Two workshops of a morning without end: one for one person, one for all."""
    return make_question(make_morning(), choices={"Écoute": 1, "Deuil": None})


def full_morning(workshop_places):
    """A morning whose one seat is taken, and its workshops."""
    morning = make_morning(capacity=1, promotes_by_offer=False)
    return make_question(morning, choices={"Écoute": workshop_places, "Deuil": None})


def correct(registration, answers, now=NOW):
    fresh = Registration.objects.get(pk=registration.pk)
    said = {**said_by(fresh), "answers": answers}
    return corrections.correct(fresh, answers=said, now=now)


def test_the_last_place_of_a_workshop_goes_to_one_person(workshop):
    first = sign_up_for(workshop, "Écoute")

    with pytest.raises(ChoiceFullError) as refused:
        sign_up_for(workshop, "Écoute")

    assert refused.value.questions == {workshop.key}
    assert said_of(first) == {"Atelier": "Écoute"}
    assert workshop.meeting.registrations.count() == 1


def test_a_workshop_without_a_number_takes_everybody(workshop):
    for _person in range(3):
        sign_up_for(workshop, "Deuil")

    assert workshop.meeting.registrations.confirmed().count() == 3


def test_each_of_several_choices_has_its_own_places(told):
    question = make_question(
        make_morning(),
        field_type="checkboxes",
        choices={"Écoute": 1, "Deuil": 1},
    )
    person = make_person(answers=choosing(question, "Écoute", "Deuil"))
    seats.register(question.meeting, person=person, now=NOW)

    with pytest.raises(ChoiceFullError):
        sign_up_for(question, "Deuil")


def test_who_gives_a_seat_back_gives_the_workshop_back(workshop):
    first = sign_up_for(workshop, "Écoute")
    seats.cancel(first, now=NOW)

    second = sign_up_for(workshop, "Écoute")

    assert said_of(second) == {"Atelier": "Écoute"}


def test_who_comes_back_finds_the_workshop_taken_and_keeps_the_seat(workshop):
    first = sign_up_for(workshop, "Écoute")
    seats.cancel(first, now=NOW)
    sign_up_for(workshop, "Écoute")

    seats.undo_cancel(first, now=NOW)

    back = Registration.objects.get(pk=first.pk)
    assert back.status == "confirmed"
    assert said_of(back) == {}
    assert "Écoute" in questions.unanswered(back)[0]


def test_who_waits_holds_no_workshop(told):
    workshop = full_morning(workshop_places=1)
    seated = sign_up(workshop.meeting)
    waiting = sign_up_for(workshop, "Écoute")
    also_waiting = sign_up_for(workshop, "Écoute")

    assert [now_is(waiting), now_is(also_waiting)] == ["waiting", "waiting"]
    correct(seated, choosing(workshop, "Écoute"))

    assert said_of(seated) == {"Atelier": "Écoute"}


def test_who_is_promoted_has_the_workshop_they_wished_for(told):
    workshop = full_morning(workshop_places=1)
    seated = sign_up(workshop.meeting)
    waiting = sign_up_for(workshop, "Écoute")

    seats.cancel(seated, now=NOW)

    assert said_of(waiting) == {"Atelier": "Écoute"}
    assert choices.full(workshop.meeting)


def test_who_is_promoted_when_the_workshop_is_full_keeps_the_seat(told):
    workshop = full_morning(workshop_places=1)
    seated = sign_up_for(workshop, "Écoute")
    waiting = sign_up_for(workshop, "Écoute")

    seats.change_capacity(workshop.meeting, capacity=2, now=NOW)

    promoted = Registration.objects.get(pk=waiting.pk)
    assert promoted.status == "confirmed"
    (asked_again,) = questions.unanswered(promoted)
    assert "Écoute" in asked_again
    assert "choisissez à nouveau" in asked_again
    assert said_of(seated) == {"Atelier": "Écoute"}


def test_an_offer_holds_the_workshop_until_it_is_over(told):
    workshop = make_question(make_morning(capacity=1), choices={"Écoute": 1, "B": None})
    seats.cancel(sign_up(workshop.meeting), now=NOW)
    seated = sign_up(workshop.meeting)
    offered = sign_up_for(workshop, "Écoute")
    seats.cancel(seated, now=NOW)
    assert now_is(offered) == "offered"
    assert choices.full(workshop.meeting)

    offers.decline(offered, now=NOW)

    assert not choices.full(workshop.meeting)


def test_a_choice_is_changed_for_one_that_has_places(workshop):
    taken = sign_up_for(workshop, "Écoute")
    other = sign_up_for(workshop, "Deuil")

    with pytest.raises(ChoiceFullError):
        correct(other, choosing(workshop, "Écoute"))
    correct(taken, choosing(workshop, "Écoute"))
    correct(taken, choosing(workshop, "Deuil"))
    correct(other, choosing(workshop, "Écoute"))

    assert said_of(other) == {"Atelier": "Écoute"}


def test_a_workshop_closed_with_zero_keeps_those_who_are_in(workshop):
    first = sign_up_for(workshop, "Écoute")
    Choice.objects.filter(question=workshop).update(capacity=0)

    correct(first, choosing(workshop, "Écoute"))
    with pytest.raises(ChoiceFullError):
        sign_up_for(workshop, "Deuil")

    assert said_of(first) == {"Atelier": "Écoute"}


@pytest.mark.parametrize(("capacity", "refused"), [(1, True), (0, False), (2, False)])
def test_a_workshop_never_shrinks_below_its_people(told, capacity, refused):
    workshop = make_question(make_morning(), choices={"Écoute": 2, "Deuil": 9})
    for _person in range(2):
        sign_up_for(workshop, "Écoute")
    workshop.choices.filter(label_fr="Écoute").update(capacity=capacity)

    if refused:
        with pytest.raises(ChoicePromisedError) as too_small:
            record(workshop.meeting, now=NOW)
        assert "2 personnes" in too_small.value.message
    else:
        record(workshop.meeting, now=NOW)


def test_a_known_address_is_refused_where_a_new_one_is(workshop):
    known = sign_up_for(workshop, "Écoute", email="connue@essai.example")

    with pytest.raises(ChoiceFullError):
        sign_up_for(workshop, "Écoute", email="connue@essai.example")

    assert said_of(known) == {"Atelier": "Écoute"}


def test_the_same_form_sent_twice_takes_one_place(workshop):
    person = make_person(answers=choosing(workshop, "Écoute"))

    first = seats.register(workshop.meeting, person=person, now=NOW)
    second = seats.register(workshop.meeting, person=person, now=NOW)

    assert second.is_repeat
    assert first.registration == second.registration


def test_each_morning_keeps_the_answers_to_its_own_questions(told):
    first, second = make_morning(), make_morning()
    question = make_question(first, choices={"Écoute": None, "Deuil": None})
    make_question(second, label_fr="Repas")
    person = make_person(answers=choosing(question, "Écoute"))

    seats.register_together([first, second], people=[person], now=NOW)

    assert said_of(first.registrations.get()) == {"Atelier": "Écoute"}
    assert second.registrations.get().answers == {}
    assert questions.unanswered(second.registrations.get()) == ["Repas"]


def test_who_is_moved_answers_the_other_meeting(workshop):
    registration = sign_up_for(workshop, "Écoute")
    other = make_morning()
    make_question(other, label_fr="Repas")

    moved = reception.move(registration, meeting=other, now=NOW)

    assert questions.unanswered(moved) == ["Repas"]
    assert not choices.full(workshop.meeting)


acts = st.lists(
    st.tuples(
        st.sampled_from(
            ["register", "cancel", "undo", "accept", "decline", "choose", "grow"]
        ),
        st.integers(min_value=0, max_value=7),
        st.sampled_from(["Écoute", "Deuil"]),
    ),
    max_size=14,
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(acts=acts, by_offer=st.booleans())
def test_whatever_people_do_no_workshop_is_exceeded(monkeypatch, acts, by_offer):
    monkeypatch.setattr(notices, "tell", Told())
    with transaction.atomic():
        meeting = make_morning(capacity=2, promotes_by_offer=by_offer)
        workshop = make_question(meeting, choices={"Écoute": 1, "Deuil": 2})
        for number, (act, who, label) in enumerate(acts):
            with suppress(RefusedError), transaction.atomic():
                do(act, who, label, workshop, NOW + timedelta(minutes=number))
            counts = choices.taken(meeting)
            for choice in workshop.choices.all():
                assert counts[workshop.key, choice.key] <= choice.capacity
        transaction.set_rollback(True)


def do(act, who, label, workshop, now):
    people = list(workshop.meeting.registrations.order_by("pk"))
    if act == "register" or not people:
        sign_up_for(workshop, label, now=now)
    elif act == "grow":
        seats.change_capacity(workshop.meeting, capacity=2 + who, now=now)
    elif act == "choose":
        correct(people[who % len(people)], choosing(workshop, label), now=now)
    else:
        verbs = {
            "cancel": seats.cancel,
            "undo": seats.undo_cancel,
            "accept": offers.accept,
            "decline": offers.decline,
        }
        verbs[act](people[who % len(people)], now=now)
