"""Registering from a form, and what the screen says after that.

Whoever sends the form reads the same answer whether or not their address was known
already; the rest is told by mail, to that address only. So nobody can find out who
comes. Nobody is put on a waiting list without having agreed to it.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db import transaction
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import receipts, seats
from events.kept_lines import kept_lines
from events.models import Meeting, Registration
from events.refusals import FormSpentError, RefusedError
from events.room import Room


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


# What stands in a page drawn for all who read the same, until one is sent theirs.
ADDRESSES = "addresses-of-whoever-reads"


@dataclass(frozen=True)
class Receipt:
    """What the screen says after the form was sent: nothing of any registration."""

    said: receipts.Receipt
    now: datetime
    addresses = ADDRESSES

    @property
    def key(self):
        """The same for all to whom the screen says the same, addresses apart."""
        return tuple(self.said.meetings), tuple(self.said.waits)

    @cached_property
    def lines(self):
        keys = self.said.meetings
        return kept_lines(("meetings", *keys), lambda: _meetings(keys), self.now)

    @property
    def waits(self):
        return [line for line in self.lines if line.meeting.pk in self.said.waits]

    def filled(self, content):
        """The bytes of a page drawn for all, with the addresses that are written to."""
        emails = [(email,) for email in self.said.emails]
        between = _("and to")
        words = format_html_join(f" {between} ", "<strong>{}</strong>", emails)
        return content.replace(ADDRESSES.encode(), words.encode())

    @property
    def heading(self):
        if self.waits:
            return _("Your request is recorded")
        return _("Your registration is confirmed")

    @property
    def seated(self):
        return [line for line in self.lines if line not in self.waits]


def sign_up(meetings, *, people, agrees_to_wait, now):
    """Register, and keep for the screen what a newcomer would be told."""
    with transaction.atomic():
        outcomes = seats.register_together(meetings, people=people, now=now)
        # Whatever is refused below takes back everything above, the mails too.
        if any(outcome.is_spent for outcome in outcomes):
            raise FormSpentError
        waits = {
            outcome.registration.meeting_id
            for outcome in outcomes
            if _waits(outcome, people, now)
        }
        if waits and not agrees_to_wait:
            raise _why_wait(meetings, waits, now)
        receipts.keep(
            people[0].booking,
            emails=[person.email for person in people],
            meetings=[meeting.pk for meeting in meetings],
            waits=sorted(waits),
            now=now,
        )
    return people[0].booking


def receipt(number, now):
    """What the screen said after form ``number``; None once that is forgotten."""
    said = receipts.find(number, now)
    return Receipt(said, now) if said else None


def _meetings(keys):
    return Meeting.objects.filter(pk__in=keys).with_facts().in_order()


def _waits(outcome, people, now):
    """True where a newcomer would wait, whatever a known address holds."""
    registration = outcome.registration
    if outcome.is_new or outcome.is_repeat:
        return registration.status == Registration.Status.WAITING
    room = Room(registration.meeting, now)
    is_seated = room.has_seat_for(people[0].organisation)
    return not (is_seated and room.may_seat_newcomers)


def _why_wait(meetings, waits, now):
    asked, *_others = meetings
    if asked.pk not in waits:
        return OtherMorningFullError()
    fresh = Meeting.objects.get(pk=asked.pk)
    room = Room(fresh, now)
    is_capped = fresh.organisation_cap and room.free > 0
    return OrganisationCapError() if is_capped else AskedToWaitError()
