"""Calendar addresses: HTTP and caches; nothing here knows iCalendar.

A feed holds the announced meetings of the last twelve months and all to come. It
changes with the edition of the site, and at midnight in Brussels as its window moves.
"""

from datetime import datetime, time
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from events import agenda, ical
from events.forms import AgendaFilter
from events.lines import lines
from events.models import ConcertationPage, EventPage, Meeting
from portal.core import edition
from portal.core.models import SiteSettings

MAX_AGE = 15 * 60  # seconds
PLAIN_TEXT = "text/plain; charset=utf-8"


def _etag(request, *args, **kwargs):
    return edition.etag(request.get_full_path(), get_language(), timezone.localdate())


def _last_modified(request, *args, **kwargs):
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(), time.min))
    return max(edition.current().changed_at, midnight)


conditional = condition(etag_func=_etag, last_modified_func=_last_modified)


@require_safe
@conditional
def agenda_feed(request):
    """The agenda, narrowed by the filters of the address."""
    now = timezone.now()
    filters = AgendaFilter(request.GET, meetings=agenda.subscribed(now))
    if filters.is_active and filters.errors:
        return HttpResponseBadRequest(_refusal(filters), content_type=PLAIN_TEXT)
    return _calendar(request, filters.found, about=filters.chosen, now=now)


@require_safe
@conditional
def concertation_feed(request, slug):
    """The meetings of one concertation."""
    page = get_object_or_404(ConcertationPage.objects.published(), slug=slug)
    now = timezone.now()
    meetings = agenda.subscribed(now).filter(concertation=page.concertation)
    return _calendar(request, meetings, about=[page.title], now=now)


@require_safe
@conditional
def meeting_feed(request, slug):
    """One meeting, whatever its age."""
    page = get_object_or_404(EventPage.objects.published(), slug=slug)
    meetings = Meeting.objects.filter(pk=page.meeting_id)
    return _calendar(request, meetings, about=[page.title], now=timezone.now())


def _calendar(request, meetings, *, about, now):
    """A calendar named after the network and what it is about, e.g. a theme."""
    network = SiteSettings.for_request(request).network_name
    body = ical.calendar(
        lines(meetings.with_facts(), now),
        name=" – ".join([network, *(about or [_("Agenda")])]),
        address=urljoin(settings.SITE_URL, request.get_full_path()),
    )
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    return response


def _refusal(filters):
    return "\n".join(
        _("%(name)s: %(title)s") % {"name": filters[name].label, "title": errors[0]}
        for name, errors in filters.errors.items()
    )
