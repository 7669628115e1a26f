"""The hours in which people who work in Belgium may be expected to read their mail.

Monday to Friday from 9 to 17 in Brussels, but for the ten public holidays of the law.
A span of time is counted in these hours only: nothing runs at night or at week-ends.
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import takewhile
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")
OPENS, CLOSES = time(9), time(17)
NOTHING = timedelta()
ONE_DAY = timedelta(days=1)
SATURDAY = 5


def is_working_day(day):
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)


@cache
def public_holidays(year):
    """The ten of the Belgian law (royal decree of 18 April 1974)."""
    easter = _easter(year)
    after_easter = (1, 39, 50)  # Easter Monday, Ascension, Whit Monday
    fixed = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
    return frozenset(
        {easter + timedelta(days=days) for days in after_easter}
        | {date(year, month, day) for month, day in fixed}
    )


def add(instant, span):
    """The instant at which ``span`` of working time has gone by since ``instant``."""
    if span <= NOTHING:
        return instant
    spans = _working_spans(instant)
    opening, closing = next(spans)
    while span > closing - opening:
        span -= closing - opening
        opening, closing = next(spans)
    return opening + span


def days_before(day, number):
    """The working day that comes ``number`` working days before ``day``."""
    while number:
        day -= ONE_DAY
        number -= is_working_day(day)
    return day


def days_after(day, number):
    """The working day that comes ``number`` working days after ``day``."""
    while number:
        day += ONE_DAY
        number -= is_working_day(day)
    return day


def days_between(first, last):
    """How many working days come after ``first``, up to ``last``."""
    days = (last - first).days
    return sum(is_working_day(first + n * ONE_DAY) for n in range(1, days + 1))


def opening(day):
    """When people begin to read their mail on a working day."""
    return datetime.combine(day, OPENS, tzinfo=BRUSSELS)


def between(start, end):
    """The working time from ``start`` to ``end``; none when it ends before."""
    end = end.astimezone(BRUSSELS)
    before_end = takewhile(lambda span: span[0] < end, _working_spans(start))
    times = (min(closing, end) - opening for opening, closing in before_end)
    return sum(times, NOTHING)


def _working_spans(instant):
    """What is left of the working day of ``instant``, then each working day after it.

    Each lies within one day and far from the hour that is skipped or repeated, so that
    differences of wall-clock time are true.
    """
    instant = instant.astimezone(BRUSSELS)
    day = instant.date()
    while True:
        if is_working_day(day):
            begins = max(opening(day), instant)
            closing = datetime.combine(day, CLOSES, tzinfo=BRUSSELS)
            if begins < closing:
                yield begins, closing
        day += ONE_DAY


def _easter(year):
    """Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    leap_years, rest_years = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * leap_years - epact - rest_years) % 7
    exception = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * exception + 114, 31)
    return date(year, month, day + 1)
