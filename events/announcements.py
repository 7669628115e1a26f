"""The words a meeting is told in: the reader's, or French until there are any."""

from django.conf import settings
from django.db.models import Q
from django.utils import translation

from events.lines import lines
from events.models import EventPage, Meeting, ReportPage

PAGES = {"event_page": EventPage, "report_page": ReportPage}


def of(meetings, now, told_by="event_page"):
    """A line for each of ``meetings`` that anyone may read about, by its key.

    Costs as much as two lists of lines, however many there are.
    """
    meetings = list(meetings)
    drawn = _told(meetings, now, told_by)
    with translation.override(settings.LANGUAGE_CODE):
        rest = _told([item for item in meetings if item.pk not in drawn], now, told_by)
    return drawn | rest


def public(told_by):
    """The meetings that such a page tells of, in the reader's language or in French."""
    own = PAGES[told_by].objects.published().order_by().values("meeting")
    with translation.override(settings.LANGUAGE_CODE):
        french = PAGES[told_by].objects.published().order_by().values("meeting")
    return Meeting.objects.filter(Q(pk__in=own) | Q(pk__in=french))


def _told(meetings, now, told_by):
    return {
        line.meeting.pk: line for line in lines(meetings, now) if getattr(line, told_by)
    }
