"""When a meeting begins, when it is over, and what cannot be."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.models import Meeting
from tests.making import brussels, make_meeting

pytestmark = pytest.mark.django_db

ENDS = brussels(2026, 1, 20, 13)


def morning(**facts):
    return make_meeting(
        start_date=date(2026, 1, 20), start_time=time(9), end_time=time(13), **facts
    )


@pytest.mark.parametrize("minutes", [-600, -241, -240, -1, 0, 1, 600])
def test_a_meeting_is_either_upcoming_or_past(minutes):
    now = ENDS + timedelta(minutes=minutes)
    morning()

    upcoming = Meeting.objects.upcoming(now).count()
    past = Meeting.objects.past(now).count()

    assert (upcoming, past) == ((0, 1) if minutes >= 0 else (1, 0))


def test_a_meeting_in_progress_is_upcoming():
    meeting = morning()

    assert meeting in Meeting.objects.upcoming(brussels(2026, 1, 20, 10))


def test_an_open_ended_meeting_is_over_when_its_day_is():
    meeting = make_meeting(start_date=date(2025, 10, 10), start_time=time(9))

    assert meeting.ending() == brussels(2025, 10, 11)


def test_an_all_day_meeting_is_a_matter_of_dates():
    meeting = make_meeting(
        start_date=date(2026, 3, 2), end_date=date(2026, 3, 4), start_time=None
    )

    assert meeting.is_all_day
    assert meeting.machine_start == "2026-03-02"
    assert meeting.ending() == brussels(2026, 3, 5)


def test_a_meeting_known_by_its_month_is_over_when_the_month_is():
    meeting = make_meeting(
        start_date=date(2024, 9, 1), start_time=None, date_precision="month"
    )

    assert meeting.ending() == brussels(2024, 10, 1)
    assert meeting.machine_start == "2024-09"


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)]
)
def test_a_day_of_a_clock_change_keeps_its_true_length(day, hours):
    meeting = make_meeting(start_date=day, start_time=None)

    seconds = meeting.ending().timestamp() - meeting.beginning().timestamp()

    assert seconds == hours * 3600


@pytest.mark.parametrize(
    "facts",
    [
        {"end_time": time(8)},
        {"end_time": time(9)},
        {"end_date": date(2026, 1, 19)},
        {"start_time": None, "end_time": time(12)},
    ],
)
def test_a_meeting_cannot_end_before_it_starts(facts):
    with pytest.raises(ValidationError):
        make_meeting(**facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"end_time": time(8)},
        {"end_date": date(2026, 1, 19)},
        {"start_time": None, "end_time": time(12)},
    ],
)
def test_the_database_refuses_what_the_form_refuses(facts):
    facts = {"start_date": date(2026, 1, 20), "start_time": time(9), **facts}

    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting(**facts).save()


def test_a_change_of_hour_moves_the_moment_it_is_over():
    meeting = morning()

    meeting.end_time = time(14)
    meeting.save(update_fields=["end_time"])

    meeting.refresh_from_db()
    assert meeting.over_at == brussels(2026, 1, 20, 14)
