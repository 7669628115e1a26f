"""Calendar addresses: HTTP and caches; nothing here knows iCalendar.

A feed holds the announced meetings of the last twelve months and all to come, as they
were rendered. It changes with the edition of calendars, and at midnight in Brussels as
its window moves; in between, every reader is sent the same bytes.
"""

from datetime import datetime, time
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from events import agenda, entries, ical
from events.forms import FeedFilter
from events.models import ConcertationPage, EventPage, Meeting
from portal.core import codings, edition
from portal.core.kept import Kept
from portal.core.models import SiteSettings

MAX_AGE = 15 * 60  # seconds
STALE_FOR = 24 * 60 * 60  # seconds
PLAIN_TEXT = "text/plain; charset=utf-8"
KEPT = Kept(limit=settings.KEPT_BYTES)


def _edition(request):
    """The edition of calendars, asked once for all that rests on it."""
    if not hasattr(request, "calendars"):
        request.calendars = edition.current(edition.CALENDARS)
    return request.calendars


def _etag(request, *args, **kwargs):
    return _edition(request).etag(
        request.get_host(),
        request.get_full_path(),
        get_language(),
        timezone.localdate(),
        _coding(request),
    )


def _last_modified(request, *args, **kwargs):
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(), time.min))
    return max(_edition(request).changed_at, midnight)


def _coding(request):
    return codings.chosen(request.headers.get("Accept-Encoding", ""))


conditional = condition(etag_func=_etag, last_modified_func=_last_modified)


@require_safe
@conditional
def agenda_feed(request):
    """The agenda, narrowed by the filters of the address."""
    filters = FeedFilter(request.GET)
    if not filters.is_valid():
        return HttpResponseBadRequest(filters.refusal, content_type=PLAIN_TEXT)
    meetings = filters.among(agenda.subscribed(timezone.now()))
    return _calendar(request, meetings, about=filters.chosen)


@require_safe
@conditional
def concertation_feed(request, slug):
    """The meetings of one concertation."""
    page = get_object_or_404(ConcertationPage.objects.published(), slug=slug)
    meetings = agenda.subscribed(timezone.now())
    of_it = meetings.filter(concertation=page.concertation)
    return _calendar(request, of_it, about=[page.title])


@require_safe
@conditional
def meeting_feed(request, slug):
    """One meeting, whatever its age."""
    page = get_object_or_404(EventPage.objects.published(), slug=slug)
    meetings = Meeting.objects.filter(pk=page.meeting_id)
    return _calendar(request, meetings, about=[page.title])


def _calendar(request, meetings, *, about):
    """A calendar named after the network and what it is about, e.g. a theme."""

    def rendered():
        network = SiteSettings.for_request(request).network_name
        return ical.calendar(
            entries.texts(meetings, get_language()),
            name=" – ".join([network, *(about or [_("Agenda")])]),
            description=_("Meetings of %(network)s. Changes arrive by themselves.")
            % {"network": network},
            address=urljoin(settings.SITE_URL, request.get_full_path()),
        )

    return _answer(request, rendered)


def _answer(request, rendered):
    coding, etag = _coding(request), _etag(request)

    def in_its_coding():
        return codings.encoded(rendered(), coding)

    response = HttpResponse(
        KEPT.get(etag, in_its_coding), content_type="text/calendar; charset=utf-8"
    )
    if coding:
        response.headers["Content-Encoding"] = coding
    patch_vary_headers(response, ["Accept-Encoding"])
    patch_cache_control(
        response, public=True, max_age=MAX_AGE, stale_while_revalidate=STALE_FOR
    )
    return response
