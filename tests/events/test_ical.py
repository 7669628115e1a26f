"""Calendars of other programs read our meetings as they are."""

from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events import ical
from events.lines import line
from tests.making import (
    announce,
    brussels,
    make_commune,
    make_meeting,
    make_site,
    make_venue,
)

pytestmark = pytest.mark.django_db

NOW = brussels(2026, 1, 1)
ADDRESS = "https://portail.example/fr/agenda/calendrier.ics"


@pytest.fixture(autouse=True)
def _site():
    make_site()


def written(*meetings):
    return bound(*(ical.entry(line(meeting, NOW)) for meeting in meetings))


def bound(*entries):
    words = {"name": "Agenda", "description": "Les rencontres", "address": ADDRESS}
    return ical.calendar(entries, **words)


def read(meeting):
    (event,) = icalendar.Calendar.from_ical(written(meeting)).walk("VEVENT")
    return event


def test_hours_are_those_of_brussels_in_winter_and_in_summer():
    winter = make_meeting(start_date=date(2026, 1, 20), end_time=time(13))
    summer = make_meeting(start_date=date(2026, 6, 12), end_time=time(13))

    assert read(winter).start.astimezone(UTC) == datetime(2026, 1, 20, 8, tzinfo=UTC)
    assert read(summer).start.astimezone(UTC) == datetime(2026, 6, 12, 7, tzinfo=UTC)
    assert read(summer).end - read(summer).start == timedelta(hours=4)


def test_the_clock_changes_at_two_and_at_three():
    text = written(make_meeting()).decode()

    assert "DTSTART:19960331T020000" in text
    assert "DTSTART:19961027T030000" in text
    assert text.count("BEGIN:VTIMEZONE") == 1


def test_an_entry_keeps_its_identity_whatever_happens_to_its_page():
    meeting = make_meeting()
    before = read(meeting)["UID"]
    page = announce(meeting, "Un titre")
    page.slug, page.title = "autre", "Un autre titre"
    page.save()

    assert read(meeting)["UID"] == before == str(meeting.uuid)


def test_an_all_day_meeting_is_written_in_dates_the_last_one_excluded():
    meeting = make_meeting(
        start_date=date(2026, 3, 2), end_date=date(2026, 3, 3), start_time=None
    )

    entry = read(meeting)

    assert entry["DTSTART"].dt == date(2026, 3, 2)
    assert entry["DTEND"].dt == date(2026, 3, 4)


def test_an_open_ended_meeting_gives_no_end():
    assert "DTEND" not in read(make_meeting())


@pytest.mark.parametrize(
    ("facts", "status", "mark"),
    [
        ({}, "CONFIRMED", "Une matinée"),
        ({"to_confirm": True}, "TENTATIVE", "Une matinée"),
        ({"status": "cancelled"}, "CANCELLED", "[ANNULÉ] Une matinée"),
        ({"status": "postponed"}, "TENTATIVE", "[REPORTÉ] Une matinée"),
    ],
)
def test_the_status_is_said_to_programs_and_to_people(facts, status, mark):
    meeting = make_meeting(**facts)
    announce(meeting)

    assert read(meeting)["STATUS"] == status
    assert read(meeting)["SUMMARY"] == mark


def test_a_middle_dot_never_reaches_a_calendar():
    meeting = make_meeting()
    announce(meeting, "Journée des acteur·rices")

    assert read(meeting)["SUMMARY"] == "Journée des acteur(rices)"


def test_the_link_to_join_online_stays_private():
    meeting = make_meeting(mode="online", online_url="https://visio.example/secret")
    announce(meeting)

    assert b"visio.example" not in written(meeting)


def test_two_writings_of_the_same_facts_are_the_same_bytes():
    meeting = make_meeting(venue=make_venue(make_commune()))
    announce(meeting)

    assert written(meeting) == written(meeting)


def test_lines_end_and_fold_as_the_standard_says():
    meeting = make_meeting()
    announce(meeting, "é" * 120)

    raw = written(meeting)

    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(len(part) for part in raw.split(b"\r\n")) <= 75


@pytest.fixture
def announced():
    return announce(make_meeting())


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    title=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
    day=st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    hour=st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
)
def test_any_words_and_any_moment_come_back_as_they_were(announced, title, day, hour):
    meeting = make_meeting(start_date=day, start_time=hour)
    drawn = line(meeting, NOW)
    drawn.event_page = announced
    announced.title = announced.summary = title

    text = bound(ical.entry(drawn))
    (entry,) = icalendar.Calendar.from_ical(text).walk("VEVENT")

    assert entry["DTSTART"].dt.timestamp() == meeting.beginning().timestamp()
    assert entry["DESCRIPTION"] == title
