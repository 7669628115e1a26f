"""The desk of a meeting: what somebody reads and may do there who wants to come.

Whoever sends the form reads the same answer whether or not their address was known
already; the rest is told by mail, to that address only. So nobody can find out who
comes. Nobody is put on a waiting list without having agreed to it.
"""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.core.cache import cache
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events import agenda, questions, seats
from events.lines import line, lines
from events.models import EventPage, Meeting, Registration
from events.models.places import RegistrationState
from events.refusals import RefusedError
from events.room import Room, cap_lifted_at
from portal.core import when

RECEIPT_KEPT = timedelta(hours=2)


CLOSED_HEADINGS = {
    RegistrationState.LATER: gettext_lazy("Registration is not open yet"),
    RegistrationState.CLOSED: gettext_lazy("Registration is closed"),
    RegistrationState.HELD_BACK: gettext_lazy("No registration for now"),
    RegistrationState.PAST: gettext_lazy("This meeting is over"),
    RegistrationState.FREE: gettext_lazy("No need to register"),
}


class AskedToWaitError(RefusedError):
    """Seats were asked for, and the waiting list is all that is left."""

    message = gettext_lazy(
        "The last seat has just been taken. Your answers are kept: would you like to "
        "join the waiting list?"
    )


class OrganisationCapError(AskedToWaitError):
    message = gettext_lazy(
        "Your organisation has all the seats that one may have for now. Your answers "
        "are kept: would you like to join the waiting list?"
    )


class OtherMorningFullError(AskedToWaitError):
    message = gettext_lazy(
        "One of the mornings you ticked has just become full. Your answers are kept: "
        "untick it, or send again to join its waiting list."
    )


@dataclass(frozen=True)
class Receipt:
    """What the screen says after the form was sent: nothing of any registration."""

    emails: list
    lines: list
    waits: list

    @property
    def heading(self):
        if self.waits:
            return _("Your request is recorded")
        return _("Your registration is confirmed")

    @property
    def seated(self):
        return [line for line in self.lines if line not in self.waits]


class Desk:
    def __init__(self, page, now):
        self.page = page
        self.now = now
        self.line = line(Meeting.objects.with_facts().get(pk=page.meeting_id), now)

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
        return str(CLOSED_HEADINGS[self.line.registration])

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
            note = self.meeting.status_note
            return ". ".join(part for part in (self.line.news_words, note) if part)
        if state == RegistrationState.PAST:
            return capfirst(self.line.past_words)
        return _("This meeting is open to all: come as you are.")

    @cached_property
    def others(self):
        """The further mornings of the cycle one may register for just now."""
        if not self.is_open or not self.meeting.cycle_id:
            return []
        cycle = agenda.announced().filter(cycle=self.meeting.cycle_id)
        further = cycle.exclude(pk=self.meeting.pk).upcoming(self.now).with_facts()
        return [other for other in lines(further, self.now) if other.can_register]

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
        return sign_up(
            [self.meeting, *chosen],
            people=form.people,
            agrees_to_wait=form.agrees_to_wait,
            now=self.now,
        )


def of(slug, now):
    """The desk of the meeting whose page is at ``slug``, in the reader's language."""
    return Desk(get_object_or_404(EventPage.objects.published(), slug=slug), now)


def sign_up(meetings, *, people, agrees_to_wait, now):
    """Register, and keep for the screen what a newcomer would be told."""
    with transaction.atomic():
        outcomes = seats.register_together(meetings, people=people, now=now)
        waits = {
            outcome.registration.meeting_id
            for outcome in outcomes
            if _waits(outcome, people, now)
        }
        if waits and not agrees_to_wait:
            # Everything above is taken back, the mails too.
            raise _why_wait(meetings, waits, now)
    number = people[0].booking
    told = {
        "emails": [person.email for person in people],
        "meetings": [meeting.pk for meeting in meetings],
        "waits": sorted(waits),
    }
    cache.set(_key(number), told, timeout=int(RECEIPT_KEPT.total_seconds()))
    return number


def receipt(number, now):
    """What the screen said after form ``number``; None once that is forgotten."""
    told = cache.get(_key(number))
    if told is None:
        return None
    meetings = Meeting.objects.filter(pk__in=told["meetings"]).with_facts()
    shown = lines(meetings.in_order(), now)
    waits = [line for line in shown if line.meeting.pk in told["waits"]]
    return Receipt(told["emails"], shown, waits)


def _key(number):
    return f"receipt/{number}"


def _waits(outcome, people, now):
    """True where a newcomer would wait, whatever a known address holds."""
    registration = outcome.registration
    if outcome.is_new or outcome.is_repeat:
        return registration.status == Registration.Status.WAITING
    room = Room(registration.meeting, now)
    is_seated = room.has_seat_for(people[0].organisation)
    return not (is_seated and seats.may_seat_newcomers(room))


def _why_wait(meetings, waits, now):
    asked, *_others = meetings
    if asked.pk not in waits:
        return OtherMorningFullError()
    fresh = Meeting.objects.get(pk=asked.pk)
    room = Room(fresh, now)
    is_capped = fresh.organisation_cap and room.free > 0
    return OrganisationCapError() if is_capped else AskedToWaitError()
