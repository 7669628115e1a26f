"""What changing a meeting does to those who noted it."""

from datetime import date, time, timedelta

import pytest

from events import scheduling
from events.models import Meeting
from tests.making import (
    announce,
    brussels,
    make_meeting,
    make_need,
    make_site,
    make_theme,
    make_venue,
)

pytestmark = pytest.mark.django_db
NOW = brussels(2026, 1, 2, 10)


@pytest.fixture
def published():
    make_site()
    meeting = make_meeting(venue=make_venue())
    announce(meeting)
    return meeting


def changed(meeting, **facts):
    """The record after an editor saved these facts."""
    for name, value in facts.items():
        setattr(meeting, name, value)
    scheduling.record(meeting, now=NOW)
    return Meeting.objects.get(pk=meeting.pk)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("start_date", date(2026, 1, 27)),
        ("start_time", time(10)),
        ("end_date", date(2026, 1, 21)),
        ("end_time", time(13)),
        ("to_confirm", True),
        ("date_precision", Meeting.Precision.MONTH),
        ("venue", None),
        ("mode", Meeting.Mode.MIXED),
        ("status", Meeting.Status.CANCELLED),
    ],
)
def test_a_published_change_of_when_where_or_status_is_counted(published, name, value):
    assert changed(published, **{name: value}).sequence == 1


def test_a_change_of_place_among_venues_is_counted(published):
    assert changed(published, venue=make_venue()).sequence == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("capacity", 40),
        ("online_url", "https://example.org/room"),
        ("participants", 37),
        ("status_note_fr", "La salle est prise."),
    ],
)
def test_another_change_is_dated_but_not_counted(published, name, value):
    meeting = changed(published, **{name: value})

    assert (meeting.sequence, meeting.changed_at) == (0, NOW)


def test_saving_the_same_facts_again_changes_nothing(published):
    before = published.changed_at

    meeting = changed(published)

    assert (meeting.sequence, meeting.changed_at) == (0, before)


def test_a_change_nobody_was_told_of_is_not_counted():
    meeting = changed(make_meeting(), start_date=date(2026, 1, 27))

    assert (meeting.sequence, meeting.changed_at) == (0, NOW)


def test_a_draft_tells_nobody():
    make_site()
    meeting = make_meeting()
    announce(meeting, live=False)

    assert changed(meeting, start_time=time(10)).sequence == 0


def test_two_changes_count_two_even_from_an_old_copy(published):
    old_copy = Meeting.objects.get(pk=published.pk)
    changed(published, start_time=time(10))

    assert changed(old_copy, start_time=time(11)).sequence == 2


def test_another_theme_or_need_is_a_change(published):
    theme, need = make_theme(), make_need()

    scheduling.record(published, now=NOW, themes=[theme], needs=[need])

    published.refresh_from_db()
    assert (published.changed_at, published.sequence) == (NOW, 0)
    assert [*published.themes.all(), *published.needs.all()] == [theme, need]


def test_the_same_themes_are_no_change(published):
    before = published.changed_at

    scheduling.record(published, now=NOW, themes=[], needs=[])

    published.refresh_from_db()
    assert published.changed_at == before


def test_a_moved_meeting_keeps_the_date_it_had(published):
    meeting = changed(
        published, status=Meeting.Status.RESCHEDULED, start_date=date(2026, 2, 3)
    )

    assert meeting.previous_date == date(2026, 1, 20)


def test_a_meeting_moved_twice_keeps_the_date_just_before(published):
    moved = changed(
        published, status=Meeting.Status.RESCHEDULED, start_date=date(2026, 2, 3)
    )

    assert changed(moved, start_date=date(2026, 3, 3)).previous_date == date(2026, 2, 3)


def test_the_previous_date_an_editor_gives_holds(published):
    meeting = changed(
        published,
        status=Meeting.Status.RESCHEDULED,
        start_date=date(2026, 2, 3),
        previous_date=date(2026, 1, 13),
    )

    assert meeting.previous_date == date(2026, 1, 13)


def test_a_new_meeting_is_recorded_as_it_is():
    meeting = Meeting(start_date=date(2026, 1, 20))

    scheduling.record(meeting, now=NOW)

    assert Meeting.objects.get() == meeting
    assert meeting.over_at - timedelta(days=1) == brussels(2026, 1, 20)
