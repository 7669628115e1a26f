"""When a service is open, as its hours, exceptions, closures and holidays say.

Days and hours are those of the wall clock in Brussels.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from services import holidays

DAYS_OF_A_WEEK = 7


@dataclass(frozen=True)
class Span:
    """From one hour to another of a day, or of the next where it ends before."""

    opens_at: time
    closes_at: time
    description: str = ""
    location_id: int | None = None

    @property
    def passes_midnight(self):
        return self.closes_at <= self.opens_at


@dataclass(frozen=True)
class Day:
    """What is known of one day: its hours, and why it is not as usual."""

    date: date
    spans: tuple[Span, ...] = ()
    holiday: str = ""
    reason: str = ""
    # Said to be closed, by a holiday, an exception or a closure.
    is_closed: bool = False
    # Words about the day without hours, « sur rendez-vous ».
    notes: tuple[str, ...] = ()


def knows_hours(service):
    """False when nothing is said of its hours: nobody may then call it closed."""
    return bool(service.schedules.all())


def day(service, on):
    """The hours of ``service`` on the day ``on``."""
    holiday = str(holidays.name_of(on))
    for closure in service.closures.all():
        if closure.is_on(on):
            return Day(on, holiday=holiday, reason=closure.reason, is_closed=True)
    exceptions = [one for one in service.schedule_exceptions.all() if one.holds_on(on)]
    if exceptions:
        return _exceptional(on, holiday, exceptions)
    usual = [one for one in service.schedules.all() if one.holds_on(on)]
    kept = [one for one in usual if not holiday or one.open_on_holidays]
    return Day(
        on,
        spans=_spans(kept),
        holiday=holiday,
        is_closed=bool(usual and not kept),
        notes=tuple(one.description for one in kept if one.opens_at is None),
    )


def week(service, on):
    """The seven days from ``on``, each with its hours."""
    days = range(DAYS_OF_A_WEEK)
    return [day(service, on + timedelta(days=ahead)) for ahead in days]


def open_at(service, moment):
    """True when ``service`` is open at ``moment``, a date and time in Brussels.

    Nothing when its hours are not known.
    """
    if not knows_hours(service):
        return None
    today, hour = moment.date(), moment.time()
    if any(_holds(span, hour) for span in day(service, today).spans):
        return True
    night_before = day(service, today - timedelta(days=1)).spans
    return any(span.passes_midnight and hour < span.closes_at for span in night_before)


def next_opening(service, moment, *, within_days=14):
    """The next moment it opens after ``moment``, in Brussels, or nothing."""
    for ahead in range(within_days):
        on = moment.date() + timedelta(days=ahead)
        for span in day(service, on).spans:
            opens = datetime.combine(on, span.opens_at, moment.tzinfo)
            if opens > moment:
                return opens
    return None


def _holds(span, hour):
    if span.passes_midnight:
        return span.opens_at <= hour
    return span.opens_at <= hour < span.closes_at


def _exceptional(on, holiday, exceptions):
    return Day(
        on,
        spans=_spans(exceptions),
        holiday=holiday,
        reason=next((one.reason for one in exceptions if one.reason), ""),
        is_closed=all(one.is_closed for one in exceptions),
    )


def _spans(hours):
    spans = {
        Span(
            one.opens_at,
            one.closes_at,
            getattr(one, "description", ""),
            getattr(one, "location_id", None),
        )
        for one in hours
        if one.opens_at is not None
    }
    return tuple(sorted(spans, key=lambda span: (span.opens_at, span.closes_at)))
