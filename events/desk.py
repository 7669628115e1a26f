"""The desk of a meeting: what somebody reads and may do there who wants to come."""

from functools import cached_property

from django.shortcuts import get_object_or_404
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from events import agenda, questions, signing_up
from events.kept_lines import counted, fresh, kept_lines
from events.lines import line
from events.models import EventPage, Meeting, Registration
from events.models.places import RegistrationState
from events.room import Room, cap_lifted_at
from portal.core import edition, when

CLOSED_HEADINGS = {
    RegistrationState.LATER: gettext_lazy("Registration is not open yet"),
    RegistrationState.CLOSED: gettext_lazy("Registration is closed"),
    RegistrationState.PAST: gettext_lazy("This meeting is over"),
    RegistrationState.FREE: gettext_lazy("No need to register"),
}
HELD_BACK_HEADINGS = {
    Meeting.Status.CANCELLED: gettext_lazy("This meeting is cancelled"),
    Meeting.Status.POSTPONED: gettext_lazy("This meeting is postponed"),
}


class Desk:
    def __init__(self, page, line):
        self.page = page
        self.line = line
        self.now = line.now

    @property
    def meeting(self):
        return self.line.meeting

    @property
    def crumbs(self):
        return [*self.page.crumbs, self.page]

    @property
    def is_open(self):
        return bool(self.line.registration_url)

    @property
    def closed_heading(self):
        held_back = HELD_BACK_HEADINGS.get(self.meeting.status)
        return str(CLOSED_HEADINGS.get(self.line.registration, held_back))

    @property
    def closed_words(self):
        """Why nobody may register now, and since or until when."""
        state = self.line.registration
        if state == RegistrationState.LATER:
            return _("Registration opens on %(moment)s.") % {
                "moment": when.moment(self.meeting.registration_opens_at)
            }
        if state == RegistrationState.CLOSED:
            closed = self.meeting.registration_closes_at or self.meeting.beginning()
            return _(
                "Registration has been closed since %(moment)s. Write to the team if "
                "you need to."
            ) % {"moment": when.moment(closed)}
        if state == RegistrationState.HELD_BACK:
            off = _("It will not take place on %(day)s.")
            words = off % {"day": self.meeting.day_words}
            return f"{words} {self.meeting.status_note}".strip()
        if state == RegistrationState.PAST:
            return capfirst(self.line.past_words)
        return _("This meeting is open to all: come as you are.")

    @property
    def may_be_registered(self):
        """True where somebody who cannot register now may have done so before."""
        before = {RegistrationState.CLOSED, RegistrationState.HELD_BACK}
        return self.line.registration in before

    @cached_property
    def others(self):
        """The further mornings of the cycle one may register for just now."""
        if not self.is_open or not self.meeting.cycle_id:
            return []
        cycle = self.meeting.cycle_id
        mornings = counted(
            kept_lines(("cycle", cycle), lambda: _mornings(cycle), self.now)
        )
        return [
            morning
            for morning in mornings
            if morning.can_register and morning.meeting != self.meeting
        ]

    @cached_property
    def asks(self):
        """True when there are questions beside who one is."""
        return bool(questions.asked_by(self.meeting))

    @cached_property
    def others_ask(self):
        """True when another morning of the cycle has questions of its own."""
        return any(questions.asked_by(other.meeting) for other in self.others)

    @property
    def cap_words(self):
        """How many seats one organisation may have for now, and until when."""
        if not (self.meeting.organisation_cap and self.line.can_register):
            return ""
        cap = Room(self.meeting, self.now).cap
        if cap is None:
            return ""
        words = ngettext(
            "Until %(day)s, one organisation has %(count)s seat at most; others from "
            "there join the waiting list.",
            "Until %(day)s, one organisation has %(count)s seats at most; others from "
            "there join the waiting list.",
            cap,
        )
        return words % {
            "count": cap,
            "day": when.moment(cap_lifted_at(self.meeting)),
        }

    @cached_property
    def people_waiting(self):
        return Registration.objects.waiting().filter(meeting=self.meeting).count()

    def take(self, form):
        """Register everybody the form names; AskedToWaitError if no seat is left."""
        chosen = [
            other.meeting for other in self.others if other.meeting.pk in form.chosen
        ]
        return signing_up.sign_up(
            [self.meeting, *chosen],
            people=form.people,
            agrees_to_wait=form.agrees_to_wait,
            now=self.now,
        )


def of(slug, now):
    """The desk of the meeting whose page is at ``slug``, in the reader's language."""
    key = ("desk", get_language(), slug)
    page, kept = edition.kept(key, lambda: _page_and_line(slug, now))
    return Desk(page, fresh(kept, now))


def _page_and_line(slug, now):
    page = get_object_or_404(EventPage.objects.published(), slug=slug)
    meeting = Meeting.objects.with_facts().get(pk=page.meeting_id)
    # Copies of the meeting know them too.
    questions.asked_by(meeting)
    return page, line(meeting, now)


def _mornings(cycle):
    return agenda.announced().filter(cycle=cycle).with_facts().in_order()
