"""What a meeting says of itself."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from events.models.places import RegistrationState
from tests.making import (
    brussels,
    make_commune,
    make_concertation,
    make_cycle,
    make_meeting,
    make_theme,
    make_venue,
)

pytestmark = pytest.mark.django_db

BEFORE = brussels(2026, 1, 1)


def test_a_morning_says_its_place_in_the_cycle():
    cycle = make_cycle()
    meeting = make_meeting(concertation=cycle.concertation, cycle=cycle, cycle_rank=2)

    assert meeting.series == "Matinée 2/3"


def test_a_reunion_says_its_number_in_the_concertation():
    meeting = make_meeting(concertation=make_concertation(), reunion_number=1)

    assert meeting.series == "Réunion #1"


def test_a_cycle_and_the_place_in_it_go_together():
    cycle = make_cycle()

    with pytest.raises(ValidationError, match="place dans le cycle"):
        make_meeting(concertation=cycle.concertation, cycle=cycle)


def test_a_meeting_is_of_the_concertation_of_its_cycle():
    with pytest.raises(ValidationError, match="autre concertation"):
        make_meeting(concertation=make_concertation(), cycle=make_cycle(), cycle_rank=1)


def test_two_mornings_cannot_have_the_same_place_in_a_cycle():
    cycle = make_cycle()
    facts = {"concertation": cycle.concertation, "cycle": cycle, "cycle_rank": 1}
    make_meeting(**facts)

    with pytest.raises(ValidationError, match="Une autre matinée"):
        make_meeting(**facts)


def test_the_total_of_the_attendance_is_computed_from_its_parts():
    assert make_meeting(presenters=20, participants=37).attendance == 57
    assert make_meeting(participants=0).attendance == 0
    assert make_meeting().attendance is None


def test_a_meeting_without_a_place_says_that_it_is_to_be_confirmed():
    assert str(make_meeting().short_place) == "Lieu à confirmer"


def test_an_online_meeting_is_online_and_has_no_place():
    meeting = make_meeting(mode="online", online_url="https://visio.example/salle")

    assert str(meeting.full_place) == "En ligne"
    with pytest.raises(ValidationError):
        make_meeting(mode="online", venue=make_venue())


def test_a_meeting_in_both_ways_says_both():
    meeting = make_meeting(mode="mixed", venue=make_venue(make_commune("Etterbeek")))

    assert str(meeting.short_place) == "Etterbeek et en ligne"
    assert str(meeting.full_place).endswith("et en ligne")


def test_an_address_is_written_as_on_a_letter():
    venue = make_venue(make_commune("Etterbeek"))
    venue.commune.postcode = "1040"

    assert venue.address == "Salle, rue de l’Essai 1, 1040 Etterbeek"


def test_the_theme_of_a_meeting_is_that_of_its_concertation_first():
    concertation = make_concertation(make_theme("Prévention"))
    meeting = make_meeting(concertation=concertation, themes=[make_theme("Autre")])

    assert meeting.theme.name == "Prévention"


def test_words_fall_back_to_french_where_a_language_is_missing():
    theme = make_theme("Santé mentale")
    theme.name_en = "Mental health"

    with translation.override("en"):
        assert theme.name == "Mental health"
    with translation.override("nl"):
        assert theme.name == "Santé mentale"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, RegistrationState.OPEN),
        ({"needs_registration": False}, RegistrationState.FREE),
        ({"capacity": 60, "reserved_places": 54}, RegistrationState.OPEN),
        ({"capacity": 60, "reserved_places": 55}, RegistrationState.FEW),
        ({"capacity": 60, "reserved_places": 60}, RegistrationState.FULL),
        ({"capacity": 60, "status": "full"}, RegistrationState.FULL),
        ({"status": "cancelled"}, RegistrationState.HELD_BACK),
        ({"status": "postponed"}, RegistrationState.HELD_BACK),
        ({"registration_opens_at": brussels(2026, 1, 12)}, RegistrationState.LATER),
        ({"registration_closes_at": brussels(2025, 12, 31)}, RegistrationState.CLOSED),
    ],
)
def test_who_wants_to_come_knows_what_can_be_done(facts, expected):
    assert make_meeting(**facts).registration(BEFORE) == expected


def test_registration_closes_when_the_meeting_starts():
    meeting = make_meeting(start_time=time(9), end_time=time(13))

    assert meeting.registration(brussels(2026, 1, 20, 8, 59)) == RegistrationState.OPEN
    assert meeting.registration(brussels(2026, 1, 20, 9)) == RegistrationState.CLOSED
    assert meeting.registration(brussels(2026, 1, 20, 13)) == RegistrationState.PAST


def test_registration_opens_at_the_very_minute_announced():
    meeting = make_meeting(registration_opens_at=brussels(2026, 1, 12, 8))

    assert meeting.registration(brussels(2026, 1, 12, 7, 59)) == RegistrationState.LATER
    assert meeting.registration(brussels(2026, 1, 12, 8)) == RegistrationState.OPEN


@pytest.mark.parametrize(
    "facts",
    [
        {"capacity": 10, "reserved_places": 11},
        {
            "registration_opens_at": brussels(2026, 1, 12),
            "registration_closes_at": brussels(2026, 1, 11),
        },
        {"status": "rescheduled"},
    ],
)
def test_contradictions_are_refused(facts):
    with pytest.raises(ValidationError):
        make_meeting(**facts)


def test_a_moved_meeting_keeps_the_date_it_had():
    meeting = make_meeting(status="rescheduled", previous_date=date(2026, 1, 13))

    assert meeting.has_news
    assert meeting.takes_place
