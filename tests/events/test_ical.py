"""Calendars of other programs read our meetings as they are."""

from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest

from events import ical
from events.lines import line
from portal.core.analysis import MIDDLE_DOTS
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
    return bound(*(ical.entry(line(meeting, NOW), NOW) for meeting in meetings))


def bound(*entries, name="Agenda"):
    words = {"name": name, "description": "Les rencontres", "address": ADDRESS}
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


@pytest.mark.parametrize("title", ["Acteur·rice·s", "Un • deux", "a\u2027b \u22c5 c"])
def test_no_sign_met_as_a_middle_dot_reaches_a_title(title):
    meeting = make_meeting()
    announce(meeting, title)

    assert not MIDDLE_DOTS.search(read(meeting)["SUMMARY"])
    assert not MIDDLE_DOTS.search(bound(name=title).decode())


def test_an_example_says_so():
    meeting = make_meeting(is_example=True)
    announce(meeting)

    assert read(meeting)["SUMMARY"] == "Une matinée (exemple)"


def test_what_is_not_sure_yet_is_said_in_words_too():
    assert "À confirmer" in read(make_meeting(to_confirm=True))["DESCRIPTION"]


def test_several_lines_of_text_stay_several_and_break_nothing():
    meeting = make_meeting()
    announce(meeting, summary="Venez.\r\nEND:VEVENT\nVenez <b>tous</b>.\x0b\x07")

    event = read(meeting)

    assert event["DESCRIPTION"].startswith("Venez.\nEND:VEVENT\nVenez <b>tous</b>.")
    assert "<p>Venez.<br>END:VEVENT<br>Venez &lt;b&gt;" in event["STYLED-DESCRIPTION"]
    assert event["DESCRIPTION"].params["DERIVED"] == "TRUE"


def test_the_page_of_a_meeting_is_named_for_calendars_that_show_no_url():
    meeting = make_meeting()
    page = announce(meeting)

    event = read(meeting)

    assert event["URL"] == page.full_url
    assert event["DESCRIPTION"].endswith(page.full_url)


def test_a_calendar_says_how_often_to_ask_and_where_it_comes_from():
    text = bound().decode()

    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in text
    assert "X-PUBLISHED-TTL:PT6H" in text
    assert f"SOURCE;VALUE=URI:{ADDRESS}" in text
    assert "METHOD:PUBLISH" in text
    assert "ORGANIZER" not in text


def test_a_public_link_to_join_is_a_conference():
    facts = {"online_url": "https://visio.example/a,b;c", "online_url_is_public": True}

    event = read(make_meeting(mode="online", **facts))

    assert event["CONFERENCE"] == "https://visio.example/a,b;c"
    assert event["CONFERENCE"].params["FEATURE"] == "VIDEO"


def test_a_place_is_found_on_a_map():
    venue = make_venue(latitude="50.836000", longitude="4.394000")

    assert read(make_meeting(venue=venue))["GEO"].to_ical() == "50.836;4.394"


def test_several_days_without_a_last_hour_last_until_they_are_over():
    meeting = make_meeting(start_date=date(2026, 3, 2), end_date=date(2026, 3, 4))

    assert read(meeting).end == brussels(2026, 3, 5)


def test_a_meeting_in_the_hour_that_is_skipped_never_ends_before_it_starts():
    night = {"start_date": date(2026, 3, 29), "start_time": time(2, 50)}

    assert "DTEND" not in read(make_meeting(**night, end_time=time(3, 10)))
