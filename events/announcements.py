"""The words a meeting is told in: the reader's, or French until there are any."""

from django.conf import settings
from django.utils.translation import get_language

from events.lines import Line
from events.models import EventPage, Meeting, ReportPage

PAGES = {"event_page": EventPage, "report_page": ReportPage}


class Words:
    """What is published about some meetings in all languages, read once.

    Costs four queries, however many meetings and languages there are.
    """

    def __init__(self, meetings):
        self.meetings = list(meetings)
        self.pages = {
            name: _pages(model, self.meetings) for name, model in PAGES.items()
        }

    def lines(self, now, told_by="event_page"):
        """A line for each meeting such a page tells of, in the active language."""
        own = get_language()
        for meeting in self.meetings:
            for language in (own, settings.LANGUAGE_CODE):
                key = (meeting.pk, language)
                if key in self.pages[told_by]:
                    pages = {name: found.get(key) for name, found in self.pages.items()}
                    yield Line(meeting, now, **pages)
                    break


def public(told_by):
    """The meetings that such a page tells of, in the reader's language or in French."""
    languages = {get_language(), settings.LANGUAGE_CODE}
    pages = PAGES[told_by].objects.published_in_any_language()
    told = pages.filter(locale__language_code__in=languages).order_by()
    return Meeting.objects.filter(pk__in=told.values("meeting"))


def _pages(model, meetings):
    pages = model.objects.published_in_any_language().filter(meeting__in=meetings)
    return {
        (page.meeting_id, page.locale.language_code): page
        for page in pages.select_related("locale")
    }
