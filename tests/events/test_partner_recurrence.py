"""The dates of a series are those of the standard, and cost no more than their days."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from events.partners import recurrence
from events.partners.refusals import RefusedCalendarError, UnreadableEntryError

FIRST, LAST = date(2026, 1, 20), date(2027, 1, 20)
WEEKDAYS = st.sampled_from(recurrence.WEEKDAYS)


def listed(items, most=3):
    return st.lists(items, min_size=1, max_size=most, unique=True).map(
        lambda chosen: ",".join(map(str, chosen))
    )


@st.composite
def rules(draw):
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 5))}"]
    ranked = frequency in {"MONTHLY", "YEARLY"}
    # The other reader does not join ranked and unranked days of the week.
    ranks = st.just("")
    if ranked and draw(st.booleans()):
        ranks = st.sampled_from(["1", "2", "-1", "5"])
    optional = {"BYMONTH": listed(st.integers(1, 12)), "WKST": WEEKDAYS}
    # Both at once may never happen, which the other reader waits for until 9999.
    if frequency != "WEEKLY" and draw(st.booleans()):
        optional["BYMONTHDAY"] = listed(st.sampled_from([1, 13, 20, -1, -3]))
    else:
        optional["BYDAY"] = listed(st.builds("{}{}".format, ranks, WEEKDAYS))
    for name, values in optional.items():
        if draw(st.booleans()):
            parts.append(f"{name}={draw(values)}")
    if ranked and any(part.startswith("BYDAY") for part in parts):
        parts += draw(st.sampled_from([[], ["BYSETPOS=1"], ["BYSETPOS=-1,2"]]))
    return ";".join(parts)


@given(rule=rules(), first=st.dates(date(2019, 1, 1), date(2026, 1, 20)))
@settings(max_examples=100, deadline=None)
def test_series_have_the_dates_another_reader_finds(rule, first):
    found = list(recurrence.days(recurrence.parse(rule), first, LAST))

    start = datetime.combine(first, datetime.min.time())
    end = datetime.combine(LAST, datetime.min.time())
    theirs = rrulestr(f"{rule};UNTIL={LAST:%Y%m%d}", dtstart=start).between(
        start - timedelta(days=1), end, inc=True
    )
    assert found == sorted({first, *(day.date() for day in theirs)})


def test_a_count_ends_a_series():
    rule = recurrence.parse("FREQ=WEEKLY;COUNT=3")

    assert [day.day for day in recurrence.days(rule, FIRST, LAST)] == [20, 27, 3]


def test_an_impossible_rule_has_its_first_day_only():
    rule = recurrence.parse("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")

    assert list(recurrence.days(rule, FIRST, LAST)) == [FIRST]


@pytest.mark.parametrize("frequency", ["SECONDLY", "MINUTELY", "HOURLY", "secondly"])
def test_a_series_of_each_second_refuses_the_whole(frequency):
    with pytest.raises(RefusedCalendarError):
        recurrence.parse(f"FREQ={frequency};INTERVAL=3600")


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=",
        "FREQ=FORTNIGHTLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=9999999999999999999",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=2;UNTIL=20270101",
        "FREQ=DAILY;UNTIL=demain",
        "FREQ=DAILY;UNTIL=99999999T000000Z",
        "FREQ=DAILY;BYSECOND=0,1,2",
        "FREQ=DAILY;BYHOUR=0,1,2;BYMINUTE=0,1,2",
        "FREQ=YEARLY;BYYEARDAY=1,2,3",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=WEEKLY;BYDAY=MARDI",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=٣",
        "FREQ=MONTHLY;BYMONTH=13",
    ],
)
def test_what_is_no_rule_is_left_out_with_a_reason(rule):
    with pytest.raises(UnreadableEntryError):
        recurrence.parse(rule)


def test_a_series_of_centuries_is_not_walked():
    rule = recurrence.parse("FREQ=DAILY")

    with pytest.raises(UnreadableEntryError):
        recurrence.days(rule, date(1, 1, 1), LAST)
