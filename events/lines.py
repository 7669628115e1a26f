"""What readers are shown of a meeting: its facts, the words about it, and the moment.

A line is drawn for the agenda, for a timeline, for a « save the date » or inside a
sentence; it always says what is true now.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext as _

from events.models.meeting import Meeting
from events.models.places import Registration
from portal.core import when


@dataclass
class Line:
    meeting: Meeting
    now: datetime
    event_page: object = None
    report_page: object = None

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
    def month(self):
        return when.month(self.meeting.start_date)

    @cached_property
    def is_past(self):
        return self.meeting.over_at <= self.now

    @cached_property
    def registration(self):
        return self.meeting.registration(self.now)

    @property
    def can_register(self):
        return self.registration in {Registration.OPEN, Registration.FEW}

    @property
    def took_place(self):
        """False for a past meeting nobody can vouch for: cancelled, or never confirmed."""
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

    Costs three queries beside the one of ``meetings``, however many there are.
    """
    meetings = list(meetings)
    event_pages = _pages_of(meetings, "event_pages")
    report_pages = _pages_of(meetings, "report_pages")
    return [
        Line(meeting, now, event_pages.get(meeting.pk), report_pages.get(meeting.pk))
        for meeting in meetings
    ]


def line(meeting, now):
    return lines([meeting], now)[0]


def _pages_of(meetings, relation):
    pages = Meeting._meta.get_field(relation).related_model.objects.published()
    return {page.meeting_id: page for page in pages.filter(meeting__in=meetings)}


def _lower_first(text):
    return text[:1].lower() + text[1:]
