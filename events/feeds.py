"""Calendar addresses; nothing here knows iCalendar.

A feed holds the announced meetings of the last twelve months and all to come, as they
were rendered. It changes with the edition of calendars, and at midnight in Brussels as
its window moves; in between, every reader is sent the same bytes.
"""

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events import agenda, entries, ical
from events.forms import FeedFilter
from events.models import ConcertationPage, EventPage, Meeting
from portal.core import editioned
from portal.core.editioned import by_edition
from portal.core.models import SiteSettings

CALENDAR = "text/calendar; charset=utf-8"
PLAIN_TEXT = "text/plain; charset=utf-8"


@by_edition
def agenda_feed(request):
    """The agenda, narrowed by the filters of the address."""
    filters = FeedFilter(request.GET)
    if not filters.is_valid():
        return HttpResponseBadRequest(filters.refusal, content_type=PLAIN_TEXT)
    meetings = filters.among(agenda.subscribed(editioned.today()))
    return _calendar(request, meetings, about=filters.chosen, query=filters.query())


@by_edition
def concertation_feed(request, slug):
    """The meetings of one concertation."""
    page = get_object_or_404(ConcertationPage.objects.published(), slug=slug)
    meetings = agenda.subscribed(editioned.today())
    of_it = meetings.filter(concertation=page.concertation)
    return _calendar(request, of_it, about=[page.title])


@by_edition
def meeting_feed(request, slug):
    """One meeting, whatever its age."""
    page = get_object_or_404(EventPage.objects.published(), slug=slug)
    meetings = Meeting.objects.filter(pk=page.meeting_id)
    return _calendar(request, meetings, about=[page.title])


def _calendar(request, meetings, *, about, query=""):
    """A calendar named after the network and what it is about, e.g. a theme."""
    path = escape_uri_path(request.path)
    address = f"{path}?{query}" if query else path

    def rendered():
        network = SiteSettings.for_request(request).network_name
        return ical.calendar(
            entries.texts(meetings, get_language()),
            name=" – ".join([network, *(about or [_("Agenda")])]),
            description=_("Meetings of %(network)s. Changes arrive by themselves.")
            % {"network": network},
            address=urljoin(settings.SITE_URL, address),
        )

    return editioned.packed(request, rendered, content_type=CALENDAR, query=query)
