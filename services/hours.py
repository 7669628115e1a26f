"""Opening hours in words, and whether somebody answers now."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.core import when
from services import opening
from services.wording import Said, said

A_MONDAY = date(2024, 1, 1)
DAYS_TOLD_AHEAD = 15


@dataclass(frozen=True)
class Usual:
    """« Permanence » : « du lundi au vendredi, de 9 h à 17 h »"""

    label: Said
    words: str
    place: str = ""


@dataclass(frozen=True)
class Unusual:
    """A day to come that is not as the week says."""

    day: str
    words: str
    reason: str


def usual(service, today):
    """The hours of the week in the order of the editors, but for those now over."""
    return [
        Usual(said(one, "description"), _in_words(one), _place(one))
        for one in service.schedules.all()
        if one.valid_to is None or one.valid_to >= today
    ]


def unusual(service, today):
    """The holidays and exceptions of the days to come, where hours are known."""
    if not opening.knows_hours(service):
        return []
    ahead = (today + timedelta(days=days) for days in range(DAYS_TOLD_AHEAD))
    return [
        _of_day(day)
        for day in (opening.day(service, on) for on in ahead)
        if (day.holiday and (day.is_closed or day.spans)) or day.reason
    ]


def now(service, moment):
    """« Ouvert maintenant », « Fermé, ouvre lundi… », or nothing where nobody knows."""
    has_hours = any(one.opens_at for one in service.schedules.all())
    if not has_hours:
        return ""
    if opening.open_at(service, moment):
        return _("Open now")
    opens = opening.next_opening(service, moment)
    if opens is None:
        return _("Closed now")
    if opens.date() == moment.date():
        words = _("Closed now, opens today at %(hour)s")
        return words % {"hour": when.hour(opens.time())}
    words = _("Closed now, opens on %(day)s at %(hour)s")
    day = when.day(opens.date(), year=False)
    return words % {"day": day, "hour": when.hour(opens.time())}


def days(numbers):
    """« du lundi au vendredi », « le mardi et le jeudi »; Monday is 0."""
    numbers = sorted(numbers)
    if len(numbers) == opening.DAYS_OF_A_WEEK:
        return _("every day")
    runs = [
        [number for _at, number in run]
        for _key, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(part for run in runs for part in _run(run))


def _run(run):
    if len(run) > 2:
        words = pgettext("days of a week", "from %(first)s to %(last)s")
        return [words % {"first": _weekday(run[0]), "last": _weekday(run[-1])}]
    return [
        pgettext("days of a week", "on %(day)s") % {"day": _weekday(number)}
        for number in run
    ]


def _weekday(number):
    return formats.date_format(A_MONDAY + timedelta(days=number), "l")


def _in_words(schedule):
    hours = when.hours(schedule.opens_at, schedule.closes_at)
    words = ", ".join(part for part in (days(schedule.weekdays), hours) if part)
    if schedule.valid_from or schedule.valid_to:
        period = [day and when.day(day, weekday=False) for day in _period(schedule)]
        words += f" ({' – '.join(part or '…' for part in period)})"
    return words


def _period(schedule):
    return schedule.valid_from, schedule.valid_to


def _place(schedule):
    return str(schedule.location) if schedule.location else ""


def _of_day(day):
    hours = ", ".join(when.hours(span.opens_at, span.closes_at) for span in day.spans)
    return Unusual(
        day=when.day(day.date),
        words=hours or _("closed"),
        reason=str(day.reason or day.holiday),
    )
