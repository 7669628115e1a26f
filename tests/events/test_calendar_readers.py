"""Whatever is written, programs that are not ours read it as it was meant.

Three libraries that share no code read the same bytes.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
import vobject
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from events import ical
from events.ical_words import Text, one_line
from events.lines import Line
from events.models import Concertation, Meeting, Venue
from portal.core.models import Theme
from tests.making import BRUSSELS, announce, make_meeting, make_site

pytestmark = pytest.mark.django_db
STAMP = datetime(2026, 1, 1, tzinfo=UTC)
FRAME = {"description": "Les rencontres", "address": "https://portail.example/a.ics"}
CLOCK_CHANGES = [date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28)]
HOURS = st.integers(0, 24 * 60 - 1).map(lambda minute: time(minute // 60, minute % 60))
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 30)) | st.sampled_from(CLOCK_CHANGES)
WORDS = st.text(min_size=1, max_size=120)


@st.composite
def meetings(draw):
    """Any meeting the database would take, at any moment."""
    first = draw(DAYS)
    last = draw(st.none() | st.integers(0, 4).map(lambda days: first + timedelta(days)))
    start, end = draw(st.none() | HOURS), None
    if start:
        end = draw(st.none() | HOURS)
        if end and end <= start and (last is None or last == first):
            end = None
    return Meeting(
        start_date=first,
        end_date=last,
        start_time=start,
        end_time=end,
        venue=Venue(name_fr=draw(WORDS)),
        concertation=Concertation(theme=Theme(name_fr=draw(WORDS))),
    )


def night_meeting():
    """At an hour that the clocks skip."""
    theme = Theme(name_fr="C:\\N")
    return Meeting(
        start_date=CLOCK_CHANGES[0],
        start_time=time(2, 30),
        concertation=Concertation(theme=theme),
    )


@pytest.fixture
def announced():
    """A page to put words on without storing each of them."""
    make_site()
    return announce(make_meeting())


def written(announced, meeting, title, summary):
    announced.title, announced.summary = title, summary
    line = Line(meeting, STAMP, event_page=announced)
    return ical.calendar([ical.entry(line, STAMP)], name=title, **FRAME)


def instant(moment):
    """A date, or an instant as others may read it."""
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def expected_start(meeting):
    return meeting.start_date if meeting.is_all_day else instant(meeting.beginning())


any_meeting = given(meeting=meetings(), title=WORDS, summary=WORDS)
calmly = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@calmly
@any_meeting
@example(meeting=night_meeting(), title="C:\\N·n", summary="\\n\\N;,")
def test_any_meeting_comes_back_as_it_was(announced, meeting, title, summary):
    raw = written(announced, meeting, title, summary)

    (event,) = icalendar.Calendar.from_ical(raw).events
    assert event["UID"] == str(meeting.uuid)
    assert instant(event["DTSTART"].dt) == expected_start(meeting)
    assert event["SUMMARY"] == one_line(title)
    assert event["DESCRIPTION"] == f"{Text(summary)}\n\n{announced.full_url}"
    if meeting.venue:
        assert event["LOCATION"] == one_line(meeting.full_place)
    assert event["CATEGORIES"].cats[1:] == [Text(meeting.theme.name)]
    if "DTEND" in event:
        assert instant(event["DTEND"].dt) > instant(event["DTSTART"].dt)


@calmly
@any_meeting
def test_lines_end_and_fold_as_the_standard_says(announced, meeting, title, summary):
    raw = written(announced, meeting, title, summary)

    lines = raw.removesuffix(b"\r\n").split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert not re.search(rb"[\x00-\x08\x0a-\x1f]", b"".join(lines))
    assert all(line.decode() for line in lines)


@calmly
@any_meeting
def test_readers_that_share_no_code_agree(announced, meeting, title, summary):
    raw = written(announced, meeting, title, summary).decode()

    (theirs,) = IcsCalendarStream.calendar_from_ics(raw).events
    (others,) = vobject.readOne(raw).vevent_list

    assert instant(theirs.dtstart) == expected_start(meeting)
    assert instant(_aware(others.dtstart.value)) == expected_start(meeting)
    assert theirs.summary == others.summary.value == one_line(title)


def _aware(moment):
    """vobject gives a zone of its own, which knows no hour that occurs twice."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=BRUSSELS)
    return moment
