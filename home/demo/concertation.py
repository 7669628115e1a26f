"""The concertation « Santé mentale »: its réunions, its cycle and what they left."""

from events.models import Concertation, Cycle, EventPage, ReportPage
from home.content import mornings, report, reunions
from home.content.network import HOME_BASSIN
from home.demo import memory
from home.demo.meetings import hold
from home.starter.planting import plant


def load(pages):
    """``pages`` are those the starter put in, by their names."""
    concertation = Concertation.objects.get(
        theme__code=mornings.CONCERTATION, bassin__code=HOME_BASSIN
    )
    page = pages[mornings.CONCERTATION]
    meetings = {**_reunions(concertation), **_mornings(concertation)}
    announcements = {
        name: plant(
            pages["agenda"], EventPage, name=name, meeting=meetings[name], **words
        )
        for name, words in mornings.EVENT_PAGES.items()
    }
    observed = memory.observations(mornings.CONCERTATION)
    decided = memory.actions(meetings, observed)
    memory.what_followed(meetings, observed, decided)
    _reports(meetings, page, decided)
    sections = report.sections(
        observed=observed,
        decided=decided,
        agenda=pages["agenda"],
        contact=pages["contact"],
        second_morning=announcements["matinee-2"],
        third_morning=announcements["matinee-3"],
    )
    _report("matinee-1", meetings, page, sections=sections, **report.PAGE)


def _reunions(concertation):
    return {
        name: hold(name, concertation=concertation, **facts)
        for name, facts in mornings.REUNIONS.items()
    }


def _mornings(concertation):
    cycle, _created = Cycle.objects.get_or_create(
        concertation=concertation,
        season=mornings.SEASON,
        defaults={"planned_meetings": mornings.PLANNED},
    )
    return {
        name: hold(name, concertation=concertation, cycle=cycle, **facts)
        for name, facts in mornings.MORNINGS.items()
    }


def _reports(meetings, page, decided):
    for name, sections in reunions.sections(decided).items():
        _report(name, meetings, page, sections=sections, **reunions.PAGES[name])


def _report(name, meetings, page, **words):
    key = f"compte-rendu-{name}"
    plant(page, ReportPage, name=key, meeting=meetings[name], **words)
