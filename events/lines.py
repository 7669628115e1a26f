"""What readers are shown of a meeting: its facts, the words about it, and the moment.

A line is drawn for the agenda, for a timeline, for a « save the date » or inside a
sentence; it always says what is true now.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from events.models.meeting import Meeting
from events.models.places import RegistrationState
from portal.core import when
from portal.core.page_addresses import share_roots


@dataclass
class Line:
    meeting: Meeting
    now: datetime
    event_page: object = None
    report_page: object = None

    @property
    def timing(self):
        return self.meeting

    @property
    def url(self):
        """Where to read more: the report once there is one, else the announcement."""
        page = self.report_page or self.event_page
        return page.url if page else ""

    @property
    def title(self):
        page = self.event_page or self.report_page
        return page.title if page else self.name

    @property
    def summary(self):
        page = self.report_page or self.event_page
        return page.summary if page else ""

    @property
    def name(self):
        """« Matinée 2/3 », « Réunion #1 », or the kind of meeting it is."""
        return self.meeting.series or self.meeting.get_kind_display()

    @property
    def kicker(self):
        """« Concertation Santé mentale, matinée 2/3 »"""
        if not self.meeting.concertation:
            return self.meeting.get_kind_display()
        facts = [
            _("Concertation %(theme)s") % {"theme": self.meeting.concertation.theme},
            _lower_first(self.meeting.series),
        ]
        return ", ".join(fact for fact in facts if fact)

    @property
    def long_name(self):
        """« Matinée 2/3 : Focus sur les ressources… »"""
        if not self.meeting.series or self.title == self.name:
            return self.title
        return _("%(name)s: %(title)s") % {"name": self.name, "title": self.title}

    @property
    def month(self):
        return when.month(self.meeting.start_date)

    @property
    def year(self):
        return self.meeting.start_date.year

    @cached_property
    def is_past(self):
        return self.meeting.over_at <= self.now

    @cached_property
    def registration(self):
        return self.meeting.registration(self.now)

    @property
    def registration_words(self):
        """« 14 places restantes », « Complet », « Inscriptions dès le 12 janvier »"""
        if self.registration == RegistrationState.LATER:
            opening = timezone.localdate(self.meeting.registration_opens_at)
            return _("Registration from %(day)s") % {
                "day": when.day(opening, weekday=False)
            }
        free = self.meeting.free_places
        if self.can_register and free is not None:
            return _places_left(free, few=self.registration == RegistrationState.FEW)
        return self.registration.label

    @property
    def registration_style(self):
        styles = {
            RegistrationState.FULL: "warn",
            RegistrationState.FEW: "warn",
            RegistrationState.LATER: "line",
            RegistrationState.CLOSED: "line",
        }
        return styles.get(self.registration, "ok")

    @property
    def can_register(self):
        return self.registration in {RegistrationState.OPEN, RegistrationState.FEW}

    @property
    def can_wait(self):
        return self.registration == RegistrationState.FULL

    @property
    def registration_url(self):
        """Where to register or to join the waiting list, as long as one can."""
        if not self.event_page or self.meeting.obstacle(self.now):
            return ""
        # Its form speaks the language of the page, which may not be the reader's.
        with override(self.event_page.locale.language_code):
            return reverse("registration_form", args=[self.event_page.slug])

    @property
    def registration_action(self):
        """What the button says: a full meeting has a waiting list."""
        return _("Join the waiting list") if self.can_wait else _("Register")

    @property
    def when_words(self):
        """« mardi 20 janvier 2026, de 9 h à 13 h »; the past says that it is past."""
        meeting = self.meeting
        day = self.past_words if self.is_past else meeting.day_words
        return ", ".join(part for part in (day, meeting.hour_words) if part)

    @property
    def place(self):
        """« Etterbeek », « En ligne », « Lieu à confirmer »: for a list."""
        return self._without_place or str(self.meeting.short_place)

    @property
    def place_in_a_sentence(self):
        """As in a list, but « en ligne » and « lieu à confirmer » without a capital."""
        known = self.meeting.venue is not None
        return self.place if known else _lower_first(self.place)

    @property
    def address(self):
        """The place as one writes it on a letter."""
        return self._without_place or str(self.meeting.full_place)

    @property
    def _without_place(self):
        unknown = self.meeting.venue is None and not self.meeting.is_online
        return _("Place not communicated") if unknown and self.is_past else ""

    @property
    def shows_registration(self):
        """True when a reader can still do something about coming, or must know not."""
        over = {RegistrationState.PAST, RegistrationState.HELD_BACK}
        return self.registration not in over

    @property
    def shows_places(self):
        return self.can_register and self.meeting.capacity is not None

    @property
    def standing_words(self):
        """What to know before coming, in one line: its news, its places or its past."""
        if self.is_past:
            return capfirst(self.past_words)
        if not self.meeting.takes_place:
            return self.news_words
        return self.registration_words

    @property
    def short_news(self):
        """« Nouvelle date, au lieu du 14 décembre 2026 »: for a tag beside the date."""
        meeting = self.meeting
        if meeting.status == meeting.Status.RESCHEDULED and meeting.previous_date:
            return _("New date, instead of %(day)s") % {
                "day": when.day(meeting.previous_date, weekday=False)
            }
        return meeting.news

    @property
    def news_words(self):
        """« Déplacé au mardi 3 mars 2026, au lieu du mardi 24 février 2026 »"""
        meeting = self.meeting
        if meeting.status == meeting.Status.RESCHEDULED and meeting.previous_date:
            return _("Moved to %(day)s, instead of %(previous)s") % {
                "day": meeting.day_words,
                "previous": when.day(meeting.previous_date),
            }
        if meeting.is_postponed:
            return _("Postponed: it will not take place on %(day)s") % {
                "day": meeting.day_words
            }
        return meeting.news

    @property
    def closing_words(self):
        return when.moment(self.meeting.registration_closes_at)

    @property
    def took_place(self):
        """False for what nobody can vouch for: cancelled, or never confirmed."""
        meeting = self.meeting
        return self.is_past and meeting.takes_place and not meeting.to_confirm

    @property
    def past_words(self):
        """« a eu lieu le vendredi 10 octobre 2025 », true to what is known of it."""
        facts = {"day": self.meeting.day_words}
        if not self.meeting.knows_the_day:
            return _("took place in %(day)s") % facts
        if self.took_place:
            return _("took place on %(day)s") % facts
        return _("was announced for %(day)s") % facts


def lines(meetings, now):
    """A line for each meeting, in their order, with its published pages if any.

    Costs four queries at most beside the one of ``meetings``, however many there are.
    """
    meetings = list(meetings)
    event_pages = _pages_of(meetings, "event_pages")
    report_pages = _pages_of(meetings, "report_pages")
    share_roots([*event_pages.values(), *report_pages.values()])
    return [
        Line(meeting, now, event_pages.get(meeting.pk), report_pages.get(meeting.pk))
        for meeting in meetings
    ]


def line(meeting, now):
    return lines([meeting], now)[0]


def _pages_of(meetings, relation):
    pages = Meeting._meta.get_field(relation).related_model.objects.published()
    found = pages.filter(meeting__in=meetings).select_related("locale")
    return {page.meeting_id: page for page in found}


def _places_left(count, *, few):
    words = (
        ngettext("Only %(count)s place left", "Only %(count)s places left", count)
        if few
        else ngettext("%(count)s place left", "%(count)s places left", count)
    )
    return words % {"count": count}


def _lower_first(text):
    return text[:1].lower() + text[1:]
