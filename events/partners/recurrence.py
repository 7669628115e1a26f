"""The days of a series (RFC 5545, 3.3.10), walked one by one up to a last day.

Each day is looked at once, so no rule costs more than its days do, whatever it says.
Rules below a day, and parts nobody uses for meetings, are not read.
"""

import re
from calendar import isleap, monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby, islice

from django.utils.translation import gettext as _

from events.partners.refusals import RefusedCalendarError, UnreadableEntryError

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FLOODS = {"SECONDLY", "MINUTELY", "HOURLY"}
PARTS = {
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "WKST",
    "BYDAY",
    "BYMONTHDAY",
    "BYMONTH",
    "BYSETPOS",
}
OLDEST = timedelta(days=366 * 20)
A_YEAR = timedelta(days=366)
ONE_DAY = timedelta(days=1)
# Which day, week, month or year a day is in; they follow one another.
PERIODS = {
    "DAILY": lambda _rule, day: day.toordinal(),
    "WEEKLY": lambda rule, day: (day.toordinal() - 1 - rule.week_starts) // 7,
    "MONTHLY": lambda _rule, day: day.year * 12 + day.month,
    "YEARLY": lambda _rule, day: day.year,
}
DAY_OF_WEEK = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


@dataclass(frozen=True)
class Rule:
    frequency: str
    interval: int = 1
    count: int | None = None
    # Of the kind the series begins with: a date, or an instant.
    until: date | None = None
    week_starts: int = 0
    # Each a rank, or 0 for any, and a weekday.
    weekdays: frozenset = frozenset()
    month_days: frozenset = frozenset()
    months: frozenset = frozenset()
    positions: frozenset = frozenset()


def parse(text):
    """The rule; UnreadableEntryError or RefusedCalendarError where it is not one."""
    parts = dict(part.partition("=")[::2] for part in text.upper().split(";") if part)
    if parts.get("FREQ") in FLOODS:
        raise RefusedCalendarError(
            _("This calendar holds a series that repeats every hour or more often.")
        )
    try:
        return _rule(parts)
    except (ValueError, KeyError) as error:
        raise unreadable() from error


def unreadable():
    return UnreadableEntryError(
        _("it repeats in a way the portal cannot read; ask for its dates one by one")
    )


def _rule(parts):
    if set(parts) - PARTS or {"COUNT", "UNTIL"} <= set(parts):
        raise ValueError
    weekdays = frozenset(map(_weekday, _listed(parts, "BYDAY")))
    if parts["FREQ"] in {"DAILY", "WEEKLY"} and any(rank for rank, _day in weekdays):
        raise ValueError(parts["BYDAY"])
    return Rule(
        frequency=_one_of(parts["FREQ"], PERIODS),
        interval=_number(parts.get("INTERVAL", "1"), 1, 999),
        count=_number(parts["COUNT"], 1, 100_000) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        week_starts=WEEKDAYS.index(parts.get("WKST", "MO")),
        weekdays=weekdays,
        month_days=_numbers(parts, "BYMONTHDAY", 31, below_zero=True),
        months=_numbers(parts, "BYMONTH", 12),
        positions=_numbers(parts, "BYSETPOS", 366, below_zero=True),
    )


def _one_of(value, allowed):
    if value not in allowed:
        raise ValueError(value)
    return value


def _number(text, lowest, highest):
    if not re.fullmatch(r"[+-]?[0-9]{1,6}", text):
        raise ValueError(text)
    return _one_of(int(text), range(lowest, highest + 1))


def _numbers(parts, name, highest, *, below_zero=False):
    lowest = -highest if below_zero else 1
    numbers = frozenset(_number(n, lowest, highest) for n in _listed(parts, name))
    if 0 in numbers:
        raise ValueError(name)
    return numbers


def _listed(parts, name):
    return parts[name].split(",") if name in parts else []


def _weekday(text):
    found = DAY_OF_WEEK.fullmatch(text)
    if not found:
        raise ValueError(text)
    return int(found[1] or 0), WEEKDAYS.index(found[2])


def _until(text):
    moment = datetime.fromisoformat(text)
    return moment if "T" in text else moment.date()


def days(rule, first, last):
    """The days of the series from ``first``, which is one, to ``last`` at most.

    ``rule.until`` is the caller's to look at: it is an instant where hours are known.
    """
    if last - first > OLDEST:
        raise UnreadableEntryError(_("it belongs to a series that is too old"))
    return islice(_candidates(_completed(rule, first), first, last), rule.count)


def _candidates(rule, first, last):
    yield first
    number_of = PERIODS[rule.frequency]
    origin = number_of(rule, first)
    walked = groupby(_walk(first, last), lambda day: number_of(rule, day))
    for number, period in walked:
        if (number - origin) % rule.interval == 0:
            chosen = [day for day in period if _matches(rule, day)]
            yield from (
                day for day in _at_positions(rule, chosen) if first < day <= last
            )


def _walk(first, last):
    """Every day of every period that is touched: positions count in whole ones."""
    day, end = first.replace(month=1, day=1), last + A_YEAR
    # The week of the first of January begins before it.
    day -= timedelta(days=6)
    while day <= end:
        yield day
        day += ONE_DAY


def _completed(rule, first):
    """What a rule leaves unsaid is as on the first day."""
    if rule.weekdays or rule.month_days or rule.frequency == "DAILY":
        return rule
    if rule.frequency == "WEEKLY":
        return replace(rule, weekdays=frozenset({(0, first.weekday())}))
    months = rule.months
    if rule.frequency == "YEARLY" and not months:
        months = frozenset({first.month})
    return replace(rule, months=months, month_days=frozenset({first.day}))


def _matches(rule, day):
    if rule.months and day.month not in rule.months:
        return False
    in_month = monthrange(day.year, day.month)[1]
    if rule.month_days and not {day.day, day.day - in_month - 1} & rule.month_days:
        return False
    if not rule.weekdays or (0, day.weekday()) in rule.weekdays:
        return True
    return any((rank, day.weekday()) in rule.weekdays for rank in _ranks(rule, day))


def _ranks(rule, day):
    """Which of its weekday the day is in its month, or year, from both ends."""
    number, length = day.day, monthrange(day.year, day.month)[1]
    if rule.frequency == "YEARLY" and not rule.months:
        number, length = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
    return (number - 1) // 7 + 1, -((length - number) // 7 + 1)


def _at_positions(rule, chosen):
    if not rule.positions:
        return chosen
    return [
        day
        for index, day in enumerate(chosen)
        if {index + 1, index - len(chosen)} & rule.positions
    ]
