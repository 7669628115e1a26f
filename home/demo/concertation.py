"""The concertation « Santé mentale »: its réunions, its cycle and what they left."""

from events.models import Concertation, Cycle, EventPage, ReportPage
from home.content import mornings, report, reunions
from home.content.network import HOME_BASSIN
from home.demo.meetings import hold
from home.starter.planting import plant


def load(pages):
    """``pages`` are those the starter put in, by their names."""
    concertation = Concertation.objects.get(
        theme__code=mornings.CONCERTATION, bassin__code=HOME_BASSIN
    )
    page = pages[mornings.CONCERTATION]
    _reunions(concertation, page)
    meetings = _mornings(concertation)
    announcements = {
        name: plant(
            pages["agenda"], EventPage, name=name, meeting=meetings[name], **words
        )
        for name, words in mornings.EVENT_PAGES.items()
    }
    _report(meetings["matinee-1"], page, {**pages, **announcements})


def _reunions(concertation, page):
    for name, facts in mornings.REUNIONS.items():
        meeting = hold(name, concertation=concertation, **facts)
        words = reunions.REPORTS[name]
        plant(page, ReportPage, name=f"compte-rendu-{name}", meeting=meeting, **words)


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


def _report(meeting, page, pages):
    sections = report.sections(
        agenda=pages["agenda"],
        contact=pages["contact"],
        second_morning=pages["matinee-2"],
        third_morning=pages["matinee-3"],
    )
    plant(
        page,
        ReportPage,
        name="compte-rendu-matinee-1",
        meeting=meeting,
        sections=sections,
        **report.PAGE,
    )
