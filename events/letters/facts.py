"""What letters say of a meeting and of a seat, in the words of the reader."""

import re
from functools import cached_property
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events import announced, links, questions
from events.lines import Line, line
from events.models.meeting import Meeting
from portal.core import signing, when
from portal.core.letters import act, facts, sentence
from portal.core.models import SiteSettings

# Forms are open to all: a « name » must not carry an address to somebody else.
NO_NAME = re.compile(r"[/@:<>\d\r\n]|\w\.\w")


class Facts:
    """One registration and its meeting, and what was promised by the change."""

    def __init__(self, registration, promised, now):
        self.registration = registration
        self.meeting = registration.meeting
        self.reason = promised["reason"]
        self.status = promised["status"]
        self.promised = promised
        self.now = now

    @property
    def greeting(self):
        name = self.registration.given_name.strip()
        if not name or NO_NAME.search(name):
            return sentence(_("Hello,"))
        return sentence(_("Hello %(name)s,") % {"name": name})

    @property
    def foot(self):
        site = SiteSettings.objects.filter(site__is_default_site=True).first()
        team = [site.team_name, site.team_phone, site.team_email] if site else []
        return facts(
            ", ".join(part for part in team if part),
            _(
                "You receive this message because this address was used to register. "
                "Nothing else is sent to you."
            ),
        )

    @cached_property
    def line(self):
        """The meeting in the reader's language, or in French where it is not yet."""
        return line_of(self.meeting, self.now)

    @property
    def title(self):
        return self.line.title

    @property
    def day(self):
        """« mardi 20 janvier »"""
        return _day_of(self.meeting)

    @property
    def day_and_place(self):
        """« mardi 20 janvier, Etterbeek », for a subject."""
        return _joined(self.day, _town_of(self.meeting))

    @cached_property
    def known(self):
        """The meeting as this person was last told of it."""
        told = getattr(self.registration, "told", None)
        return announced.meeting_with(told.facts) if told else self.meeting

    @property
    def known_day(self):
        return _day_of(self.known)

    @property
    def known_day_and_place(self):
        return _joined(self.known_day, _town_of(self.known))

    @cached_property
    def changes(self):
        """What the person does not know yet."""
        return announced.news_for(self.registration, self.meeting)

    @property
    def changed(self):
        return {change.name for change in self.changes}

    @property
    def takes_place_again(self):
        return self.meeting.takes_place and not self.known.takes_place

    @property
    def all_in_short(self):
        """« mardi 20 janvier, 9 h, Etterbeek », for a subject."""
        start = self.meeting.start_time
        hour = when.hour(start) if start else ""
        return _joined(self.day, hour, _town_of(self.meeting))

    @property
    def when_and_where(self):
        """Title, day and hours, address and how to get there."""
        return facts(self.title, self.line.when_words, self.place, self.to_confirm)

    @property
    def place(self):
        venue = self.meeting.venue
        return _sentences(self.line.address, venue.access if venue else "")

    @property
    def to_confirm(self):
        return _("To be confirmed.") if self.meeting.to_confirm else ""

    @property
    def online(self):
        """How to join from afar: only those who have a seat are told."""
        if not (self.meeting.is_open_online and self.meeting.online_url):
            return None
        return act(
            _("To join online:"), link=_("Join online"), url=self.meeting.online_url
        )

    @property
    def unanswered(self):
        """What the meeting asks and was not told yet."""
        asked = questions.unanswered(self.registration)
        if not asked:
            return None
        words = _("Still to be answered: %(questions)s.") % {
            "questions": ", ".join(asked)
        }
        return act(words, link=_("Answer"), url=self.manage_url)

    @property
    def programme_url(self):
        page = self.line.event_page
        return page.full_url if page else ""

    @property
    def manage_url(self):
        token = signing.token(
            links.PURPOSE, self.registration.pk, stamp=self.promised["stamp"]
        )
        return urljoin(settings.SITE_URL, reverse("registration", args=[token]))

    @property
    def reference(self):
        return sentence(
            _("Reference: %(reference)s") % {"reference": self.registration.reference}
        )

    @property
    def rank(self):
        """« 1re », « 2e »: the place in the queue."""
        number = self.promised["rank"]
        if (get_language() or "").startswith("fr"):
            return "1re" if number == 1 else f"{number}e"
        return str(number)

    @property
    def deadline(self):
        """« lundi 19 janvier à 16 h », in the time of Brussels."""
        until = timezone.localtime(parse_datetime(self.promised["offer_until"]))
        return _("%(day)s at %(hour)s") % {
            "day": when.day(until.date(), year=False),
            "hour": when.hour(until.time()),
        }

    @property
    def next_date(self):
        """The next meeting on the same theme, when one is announced."""
        theme = self.meeting.theme
        coming = Meeting.objects.upcoming(self.now).exclude(pk=self.meeting.pk)
        meeting = coming.about(theme).with_facts().first() if theme else None
        other = line_of(meeting, self.now) if meeting else None
        if not other or not other.event_page or not meeting.takes_place:
            return None
        words = _("Next date on this theme: %(day)s,") % {"day": meeting.day_words}
        return act(words, link=other.title, url=other.event_page.full_url)


def line_of(meeting, now):
    """A line with the pages in the reader's language, else with the French ones."""
    mine = line(meeting, now)
    if get_language() == settings.LANGUAGE_CODE:
        return mine
    with translation.override(settings.LANGUAGE_CODE):
        french = line(meeting, now)
    return Line(
        meeting,
        now,
        mine.event_page or french.event_page,
        mine.report_page or french.report_page,
    )


def _day_of(meeting):
    if not meeting.knows_the_day:
        return when.month(meeting.start_date)
    return when.day(meeting.start_date, year=False)


def _town_of(meeting):
    unknown = meeting.venue is None and not meeting.is_online
    return "" if unknown else str(meeting.short_place)


def _joined(*parts):
    return ", ".join(part for part in parts if part)


def _sentences(*parts):
    ended = [
        part if part.endswith((".", "!")) else f"{part}." for part in parts if part
    ]
    return " ".join(ended)
