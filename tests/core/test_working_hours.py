"""Time counts in the hours people work in Belgium, and in no others."""

from datetime import UTC, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.models.timing import BRUSSELS
from portal.core import working_hours
from tests.making import brussels

HOUR = timedelta(hours=1)
instants = st.datetimes(
    min_value=brussels(2024, 1, 1).replace(tzinfo=None),
    max_value=brussels(2030, 12, 31).replace(tzinfo=None),
).map(lambda moment: moment.replace(tzinfo=UTC))
spans = st.timedeltas(min_value=timedelta(), max_value=timedelta(hours=80))


def test_the_year_has_the_ten_holidays_of_the_law():
    assert sorted(working_hours.public_holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 7, 21),
        date(2026, 8, 15),
        date(2026, 11, 1),
        date(2026, 11, 11),
        date(2026, 12, 25),
    ]


@pytest.mark.parametrize(
    "easter_monday",
    [date(2024, 4, 1), date(2025, 4, 21), date(2027, 3, 29), date(2038, 4, 26)],
)
def test_easter_moves_with_the_moon(easter_monday):
    assert easter_monday in working_hours.public_holidays(easter_monday.year)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (brussels(2026, 1, 5, 10), 2, brussels(2026, 1, 5, 12)),
        (brussels(2026, 1, 5, 10), 16, brussels(2026, 1, 7, 10)),
        (brussels(2026, 1, 5, 7), 1, brussels(2026, 1, 5, 10)),
        (brussels(2026, 1, 5, 9), 8, brussels(2026, 1, 5, 17)),
        (brussels(2026, 1, 9, 16), 2, brussels(2026, 1, 12, 10)),
        (brussels(2026, 1, 10, 12), 1, brussels(2026, 1, 12, 10)),
        (brussels(2025, 12, 24, 16), 2, brussels(2025, 12, 26, 10)),
        (brussels(2026, 5, 13, 17), 1, brussels(2026, 5, 15, 10)),
        (brussels(2026, 3, 27, 16), 2, brussels(2026, 3, 30, 10)),
    ],
)
def test_nights_week_ends_and_holidays_do_not_count(start, hours, end):
    assert working_hours.add(start, hours * HOUR) == end


def test_winter_and_summer_time_change_nothing_of_the_hours():
    before, after = brussels(2026, 3, 27, 9), brussels(2026, 3, 30, 17)

    assert working_hours.between(before, after) == 16 * HOUR


def test_no_time_passes_backwards():
    noon = brussels(2026, 1, 5, 12)

    assert working_hours.between(noon, noon - HOUR) == timedelta()


@given(start=instants, span=spans)
def test_what_is_added_is_what_lies_between(start, span):
    assert working_hours.between(start, working_hours.add(start, span)) == span


@given(start=instants, span=spans.filter(bool))
def test_a_span_ends_while_people_work(start, span):
    end = working_hours.add(start, span).astimezone(BRUSSELS)

    assert working_hours.is_working_day(end.date())
    assert working_hours.OPENS < end.time() <= working_hours.CLOSES
