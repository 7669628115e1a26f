"""The partner kit of a meeting, and its picture."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import condition, require_safe

from events import card
from events.kit import Kit
from events.lines import line
from events.models import EventPage
from portal.core import edition
from portal.core.drawn_pages import for_anybody
from portal.core.kept import Kept
from portal.core.models import SiteSettings

HOUR = 60 * 60  # seconds
# Drawing one takes longer than any page does.
KEPT = Kept(limit=settings.KEPT_BYTES // 8)


@require_safe
def kit(request, slug):
    """Words, picture, files and code by which a partner tells of the meeting."""
    drawn = _announced(slug)
    context = {"kit": Kit(drawn, SiteSettings.for_request(request))}
    return for_anybody(render(request, "events/kit/kit.html", context))


def _etag(request, slug):
    """A picture says what calendars say; what is over says so from that day on."""
    calendars = edition.current(edition.CALENDARS)
    return calendars.etag(slug, get_language(), timezone.localdate())


@require_safe
@condition(etag_func=_etag)
def card_image(request, slug):
    drawn = _announced(slug)

    def png():
        network = SiteSettings.for_request(request).network_name
        return card.png(drawn, network=network)

    image = KEPT.get((_etag(request, slug), drawn.is_past), png)
    response = HttpResponse(image, content_type="image/png")
    patch_cache_control(response, public=True, max_age=HOUR)
    return response


def _announced(slug):
    page = get_object_or_404(EventPage.objects.published(), slug=slug)
    return line(page.meeting, timezone.now())
