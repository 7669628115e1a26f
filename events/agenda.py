"""The agenda readers see: what was announced and is to come, then what is over."""

from dataclasses import dataclass
from datetime import time, timedelta
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from events.forms import AgendaFilter, FeedFilter
from events.lines import lines
from events.models.meeting import Meeting
from events.models.partner_entry import PartnerEntry
from events.partners.lines import PartnerLine
from portal.core.qr_code import QrCode

SUGGESTIONS = 3
PAST_PER_PAGE = 20
KEPT_PAST = timedelta(days=365)
KEPT_CANCELLED = timedelta(days=30)


GOOGLE = "https://calendar.google.com/calendar/r"
OUTLOOK_AT_HOME = "https://outlook.live.com/calendar/0/addfromweb"
OUTLOOK_AT_WORK = "https://outlook.office.com/calendar/0/addfromweb"


@dataclass(frozen=True)
class Feed:
    """Where to subscribe to what is shown, and how each calendar is asked to."""

    url: str
    # What calendars on the web are told to call it.
    name: str
    # The names of the filters in force.
    chosen: tuple = ()
    # The same filters, for the page that puts the agenda on another site.
    query: str = ""

    @property
    def webcal(self):
        """The same address, as calendar programs wait for it."""
        return urlsplit(self.url)._replace(scheme="webcal").geturl()

    @property
    def google(self):
        return f"{GOOGLE}?{urlencode({'cid': self.webcal})}"

    @property
    def outlook_at_home(self):
        return self._from_web(OUTLOOK_AT_HOME)

    @property
    def outlook_at_work(self):
        return self._from_web(OUTLOOK_AT_WORK)

    @property
    def qr_code(self):
        return QrCode(self.url)

    @property
    def embed_url(self):
        """Where to compose the same agenda for another site."""
        return _with_query(reverse("embed_builder"), self.query)

    def _from_web(self, service):
        return f"{service}?{urlencode({'url': self.url, 'name': self.name})}"


@dataclass
class Agenda:
    filters: AgendaFilter
    # Of meetings and of what partners announce, the next one first.
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
    entries = PartnerEntry.objects.accepted().upcoming(now)
    filters = AgendaFilter(data, meetings=meetings, entries=entries)
    found = _in_order(
        [
            *lines(filters.found.with_facts(), now),
            *map(PartnerLine, filters.found_entries.with_facts()),
        ]
    )
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


def feed_of(page):
    """The calendar of the concertation that ``page`` is about."""
    address = reverse("concertation_feed", args=[page.slug])
    concertation = page.concertation
    query = urlencode(
        {
            FeedFilter.keys["concertation"]: concertation.theme.code,
            FeedFilter.keys["bassin"]: concertation.bassin.code,
        }
    )
    return Feed(urljoin(settings.SITE_URL, address), page.title, query=query)


def _in_order(mixed):
    """A date whose hours nobody knows comes first that day."""
    return sorted(
        mixed,
        key=lambda line: (
            line.timing.start_date,
            line.timing.start_time or time.min,
            line.timing.pk,
        ),
    )


def _feed(filters):
    query = filters.query(without="month")
    address = urljoin(settings.SITE_URL, reverse("agenda_feed"))
    chosen = tuple(filters.names(without="month"))
    name = " – ".join([_("Agenda"), *chosen])
    return Feed(_with_query(address, query), name, chosen, query)


def _with_query(address, query):
    return f"{address}?{query}" if query else address


def _meetings_of(relation):
    pages = Meeting._meta.get_field(relation).related_model.objects.published()
    return pages.order_by().values("meeting")
