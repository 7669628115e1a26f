"""The portal, and what its feed is compared with."""

from functools import cache

from django.conf import settings
from django.http import HttpResponse
from django.urls import path
from django.utils import timezone, translation

from events import agenda, ical
from events.announcements import Words
from portal.core import editioned
from portal.urls import urlpatterns as portal_urls

CALENDAR = "text/calendar; charset=utf-8"


@cache
def bytes_of(name):
    return (settings.VAR_DIR / name).read_bytes()


def stored(request, name):
    """The same bytes, held in memory: the least this server can do to send them."""
    response = HttpResponse(bytes_of(name), content_type=CALENDAR)
    # Without one, a digest of the whole body would be computed each time.
    response.headers["ETag"] = f'"{name}"'
    return response


def built(request):
    """The feed made anew with the calendar library, as most portals do."""
    with translation.override("fr"):
        meetings = agenda.subscribed(editioned.today()).in_order().with_subjects()
        lines = Words(meetings).lines(timezone.now())
        entries = [ical.entry(line, line.meeting.changed_at) for line in lines]
        words = {"name": "Agenda", "description": "", "address": "https://x.example/"}
        return HttpResponse(ical.calendar(entries, **words), content_type=CALENDAR)


urlpatterns = [
    path("bench/stored/<str:name>", stored),
    path("bench/built", built),
    *portal_urls,
]
