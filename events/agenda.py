"""The agenda readers see: what was announced and is to come, then what is over."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.urls import reverse

from events.forms import AgendaFilter
from events.lines import lines
from events.models.meeting import Meeting

SUGGESTIONS = 3
PAST_PER_PAGE = 20
KEPT_PAST = timedelta(days=365)
KEPT_CANCELLED = timedelta(days=30)


@dataclass(frozen=True)
class Feed:
    """Where to subscribe to what is shown."""

    url: str

    @property
    def webcal(self):
        """The same address, as calendar programs wait for it."""
        return urlsplit(self.url)._replace(scheme="webcal").geturl()


@dataclass
class Agenda:
    filters: AgendaFilter
    lines: list
    # What is next anyway, when the filters find nothing.
    suggestions: list
    feed: Feed

    @property
    def can_be_filtered(self):
        return bool(self.lines) or self.filters.is_active


def announced():
    """The meetings announced by a published page in the reader's language."""
    return Meeting.objects.filter(pk__in=_meetings_of("event_pages"))


def reported():
    """The meetings that left a published report in the reader's language."""
    return Meeting.objects.filter(pk__in=_meetings_of("report_pages"))


def public():
    """The meetings anyone may read about."""
    return announced() | reported()


def upcoming(data, now):
    """What is to come, narrowed by the keys of an address."""
    meetings = announced().upcoming(now)
    filters = AgendaFilter(data, meetings=meetings)
    found = lines(filters.found.with_facts(), now)
    suggestions = [] if found else next_lines(now, SUGGESTIONS)
    return Agenda(filters, found, suggestions, _feed(filters))


def subscribed(now):
    """What a calendar keeps: a year of past, and what was cancelled for a month."""
    meetings = Meeting.objects.filter(
        over_at__gt=now - KEPT_PAST, date_precision=Meeting.Precision.DAY
    )
    gone = Q(status=Meeting.Status.CANCELLED, over_at__lte=now - KEPT_CANCELLED)
    return meetings.exclude(gone)


def next_lines(now, count):
    return lines(announced().upcoming(now).with_facts()[:count], now)


def archive(form, now) -> Page:
    """One page of what took place, the latest first; each item is a line."""
    paginator = Paginator(public().past(now).with_facts(), PAST_PER_PAGE)
    page = paginator.get_page(form.value("page"))
    page.object_list = lines(page.object_list, now)
    return page


def _feed(filters):
    address = urljoin(settings.SITE_URL, reverse("agenda_feed"))
    query = filters.query(without="month")
    return Feed(f"{address}?{query}" if query else address)


def _meetings_of(relation):
    pages = Meeting._meta.get_field(relation).related_model.objects.published()
    return pages.order_by().values("meeting")
