"""Examples put in the agenda, on days counted from the one they are loaded on."""

from datetime import datetime, time, timedelta

from events.models import Concertation, EventPage
from events.models.timing import BRUSSELS
from home.content import examples as content
from home.content.network import HOME_BASSIN
from home.demo.meetings import hold
from home.starter.planting import plant
from portal.core.models import Theme

NINE = time(9)
SATURDAY = 5
# Those that fall on the same day each year.
HOLIDAYS = {(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)}


def load(agenda, today):
    for example in content.EXAMPLES:
        name = f"exemple-{example.name}"
        facts = {**example.facts, **_days(example, today), **_subject(example)}
        meeting = hold(
            name,
            venue=content.VENUES.get(example.venue),
            is_example=True,
            questions=example.questions,
            **facts,
        )
        plant(
            agenda,
            EventPage,
            name=name,
            slug=f"{meeting.start_date.isoformat()}-{name}",
            meeting=meeting,
            **_words(example),
        )


def _words(example):
    return {
        "title": f"{content.PREFIX}{example.title}",
        "summary": example.summary,
        "body": [("notice", {"text": content.NOTICE})],
        "programme": example.programme,
        "presenters": example.presenters,
        "audience": content.AUDIENCE,
        "price": content.PRICE,
    }


def _days(example, today):
    start = working_day(today, example.in_days, lasting=example.lasts_days)
    days = {"start_date": start}
    if example.lasts_days > 1:
        days["end_date"] = start + timedelta(days=example.lasts_days - 1)
    if example.moved_from_days:
        days["previous_date"] = working_day(today, example.moved_from_days)
    if example.opens_in_days:
        opening = working_day(today, example.opens_in_days)
        days["registration_opens_at"] = datetime.combine(opening, NINE, BRUSSELS)
    return days


def working_day(today, in_days, *, lasting=1):
    """The first day from then on with so many working days in a row."""
    day = today + timedelta(days=in_days)
    while not all(_is_worked(day + timedelta(days=n)) for n in range(lasting)):
        day += timedelta(days=1)
    return day


def _is_worked(day):
    return day.weekday() < SATURDAY and (day.month, day.day) not in HOLIDAYS


def _subject(example):
    theme = Theme.objects.get(code=example.theme)
    if not example.is_concertation:
        return {"themes": [theme]}
    return {
        "concertation": Concertation.objects.get(theme=theme, bassin__code=HOME_BASSIN)
    }
