"""What the search is told of meetings: kinds of results, facts, and changes."""

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from portal.core import searchable
from portal.core.searchable import Field, Kind
from portal.core.searched_pages import PAGES

KINDS = (
    Kind(
        "meeting",
        _("Meetings"),
        order=2,
        words={"fr": "rencontre", "nl": "ontmoeting", "en": "meeting"},
        dated="%(date)s",
    ),
    Kind(
        "report",
        _("Reports"),
        order=3,
        words={"fr": "compte rendu", "nl": "verslag", "en": "report", "es": "informe"},
        dated="%(date)s",
    ),
    Kind(
        "concertation",
        _("Concertations"),
        order=4,
        words={"fr": "concertation thématique", "nl": "thematisch overleg"},
    ),
)


def register(apps):
    """Declare the kinds, and let what changes a meeting change its pages too."""
    searchable.KINDS.update({kind.name: kind for kind in KINDS})
    for name in ("Meeting", "Venue", "Concertation"):
        searchable.watch(apps.get_model(name), PAGES, _PAGES_OF[name])


def facts_of(meeting, language):
    """(Field, text) of when, where and what about, in one language."""
    with translation.override(language):
        yield Field.TERM, date_format(meeting.start_date, "j F Y")
        yield Field.TERM, str(meeting.theme or "")
        yield Field.TERM, str(meeting.get_kind_display())
        yield Field.SUMMARY, str(meeting.short_place)


def _pages_of_meeting(meeting):
    for pages in (meeting.event_pages, meeting.report_pages):
        yield from pages.values_list("translation_key", flat=True)


def _pages_of_venue(venue):
    for meeting in venue.meetings.all():
        yield from _pages_of_meeting(meeting)


def _pages_of_concertation(concertation):
    yield from concertation.pages.values_list("translation_key", flat=True)
    for meeting in concertation.meetings.all():
        yield from _pages_of_meeting(meeting)


_PAGES_OF = {
    "Meeting": _pages_of_meeting,
    "Venue": _pages_of_venue,
    "Concertation": _pages_of_concertation,
}
