"""When a service is open, holidays, exceptions and closures taken into account."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import holidays, opening
from services.models import Schedule, ScheduleException, Service, TemporaryClosure
from tests.making import brussels

MONDAY = date(2026, 11, 23)
ARMISTICE = date(2026, 11, 11)


def service(*schedules, exceptions=(), closures=()):
    """Never stored: questions of hours need no database."""
    one = Service(name_fr="Service d’essai")
    one.schedules = list(schedules)
    one.schedule_exceptions = list(exceptions)
    one.closures = list(closures)
    return one


def on(byday, opens, closes, **facts):
    return Schedule(byday=byday, opens_at=opens, closes_at=closes, **facts)


OFFICE = on("MO,TU,WE,TH,FR", time(9), time(17))


@pytest.mark.parametrize(
    ("hour", "is_open"),
    [((8, 59), False), ((9, 0), True), ((16, 59), True), ((17, 0), False)],
)
def test_it_is_open_from_its_first_minute_to_the_one_before_its_last(hour, is_open):
    assert opening.open_at(service(OFFICE), brussels(2026, 11, 23, *hour)) is is_open


def test_nobody_says_closed_of_hours_that_are_not_known():
    assert opening.open_at(service(), brussels(2026, 11, 23, 10)) is None


def test_a_night_belongs_to_the_day_it_began_on():
    night = service(on("FR", time(22), time(6)))

    assert opening.open_at(night, brussels(2026, 11, 27, 23)) is True
    assert opening.open_at(night, brussels(2026, 11, 28, 5, 59)) is True
    assert opening.open_at(night, brussels(2026, 11, 28, 6)) is False
    assert opening.open_at(night, brussels(2026, 11, 27, 5)) is False


def test_a_public_holiday_closes_what_does_not_say_otherwise():
    line = on("WE", time(0), time(23, 59), open_on_holidays=True)

    closed = opening.day(service(OFFICE), ARMISTICE)
    assert (closed.is_closed, closed.spans) == (True, ())
    assert closed.holiday
    assert opening.day(service(line), ARMISTICE).spans


def test_an_exception_says_more_than_the_week_and_a_closure_more_than_all():
    shorter = ScheduleException(
        from_date=MONDAY, to_date=MONDAY, opens_at=time(10), closes_at=time(12)
    )
    closed = ScheduleException(from_date=MONDAY, to_date=MONDAY, reason_fr="Inventaire")
    away = TemporaryClosure(from_date=MONDAY, to_date=MONDAY, reason_fr="Congés")

    one = opening.day(service(OFFICE, exceptions=[shorter]), MONDAY)
    assert [span.opens_at for span in one.spans] == [time(10)]
    assert opening.day(service(OFFICE, exceptions=[closed]), MONDAY).is_closed
    both = opening.day(service(OFFICE, exceptions=[shorter], closures=[away]), MONDAY)
    assert (both.spans, both.reason) == ((), "Congés")


def test_hours_hold_within_their_season():
    summer = on(
        "MO", time(9), time(12), valid_from=MONDAY, valid_to=MONDAY + timedelta(days=7)
    )
    one = service(summer)

    assert opening.day(one, MONDAY).spans
    assert opening.day(one, MONDAY + timedelta(days=7)).spans
    assert not opening.day(one, MONDAY - timedelta(days=7)).spans
    assert not opening.day(one, MONDAY + timedelta(days=14)).spans


def test_the_next_opening_passes_over_the_days_it_is_closed_on():
    friday_evening = brussels(2026, 12, 24, 18)

    # Christmas is a Friday, then comes the week-end.
    assert opening.next_opening(service(OFFICE), friday_evening) == brussels(
        2026, 12, 28, 9
    )


def test_easter_moves_as_the_church_tables_have_it():
    tables = {2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2038: (4, 25)}

    for year, (month, day) in tables.items():
        assert holidays.easter(year) == date(year, month, day)
        assert holidays.name_of(date(year, month, day) + timedelta(days=39))


@given(st.integers(1900, 2199))
def test_each_year_has_its_ten_holidays(year):
    days = holidays.of_year(year)

    # Ascension falls on 1 May once in a long while.
    assert len(days) in {9, 10}
    assert all(day.year == year for day in days)
    assert holidays.easter(year).weekday() == 6
