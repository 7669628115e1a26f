"""What published reports leave in the records: what was heard, polls, and leads.

The report of a meeting, in whatever languages it is published, is the only source:
published again it is gathered again, and what is no longer in it goes. An observation
that a published report tells of is public. What the team noted itself stays.
"""

from django.db import transaction
from django.db.models.signals import post_delete
from wagtail.rich_text import get_text_for_indexing
from wagtail.signals import page_published, page_unpublished

from events import memory_search
from events.models import Observation, PollFigure, ReportLead, ReportPage, Sighting
from portal.core import edition

REPORT = Sighting.Source.REPORT


def watch():
    """Gather whenever a report is published, withdrawn or removed."""
    page_published.connect(_published, dispatch_uid="harvest")
    page_unpublished.connect(_withdrawn, dispatch_uid="harvest")
    post_delete.connect(_removed, sender=ReportPage, dispatch_uid="harvest")


@transaction.atomic
def gather(meeting, *, without=None):
    """Bring what the records hold of ``meeting`` in step with its published reports.

    ``without`` is the key of a page that goes, and may still be there.
    """
    live = ReportPage.objects.live().filter(meeting=meeting)
    reports = list(live.exclude(pk=without))
    told = {pk for report in reports for pk in report.told_observations}
    known = Sighting.objects.filter(meeting=meeting)
    before = set(known.values_list("observation", flat=True))
    known.filter(source=REPORT).exclude(observation__in=told).delete()
    new = told - before
    Sighting.objects.bulk_create(
        Sighting(observation_id=pk, meeting=meeting, source=REPORT) for pk in new
    )
    Observation.objects.filter(pk__in=told, is_public=False).update(is_public=True)
    memory_search.tell_of(Observation.objects.filter(pk__in=told | before))
    _gather_polls(meeting, reports)
    _gather_leads(meeting, reports)
    edition.words_changed()


def _gather_polls(meeting, reports):
    PollFigure.objects.filter(report__meeting=meeting).delete()
    PollFigure.objects.bulk_create(
        PollFigure(
            question=poll["repeated"],
            report=report,
            asked_on=poll["asked_on"] or meeting.start_date,
            respondents=poll["respondents"],
            percentage=poll["percentage"],
            is_about=bool(poll["is_about"]),
            statement=get_text_for_indexing(poll["statement"].source),
        )
        for report in reports
        for poll in _polls_in(report)
    )


def _polls_in(report):
    for section in report.sections.blocks_by_name("findings"):
        yield from (poll for poll in section.value["polls"] if poll["repeated"])


def _gather_leads(meeting, reports):
    ReportLead.objects.filter(report__meeting=meeting).delete()
    ReportLead.objects.bulk_create(
        ReportLead(report=report, source=lead.source)
        for report in reports
        for section in report.sections.blocks_by_name("leads")
        for lead in section.value["leads"]
    )


def _published(instance, **_signal):
    if isinstance(page := instance.specific, ReportPage):
        gather(page.meeting)


def _withdrawn(instance, **_signal):
    # Sent before a page that is removed goes, while it is still live.
    if isinstance(page := instance.specific, ReportPage):
        gather(page.meeting, without=page.pk)


def _removed(instance, **_signal):
    gather(instance.meeting)
