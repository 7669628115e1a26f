"""What somebody holds at a meeting, until when, and what they may do about it."""

from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from events import links, questions, seats
from events.letters.facts import line_of
from events.models import Registration
from portal.core import when

Status = Registration.Status
HEADINGS = {
    Status.CONFIRMED: gettext_lazy("Your registration is confirmed"),
    Status.OFFERED: gettext_lazy("A seat is held for you"),
    Status.CANCELLED: gettext_lazy("Your seat is given back"),
    Status.DECLINED: gettext_lazy("You let somebody else have the seat"),
    Status.EXPIRED: gettext_lazy(
        "The seat that was held for you went to somebody else"
    ),
}
ENDED_WORDS = {
    Status.CANCELLED: gettext_lazy("Thank you for letting us know."),
    Status.DECLINED: gettext_lazy("Thank you for answering."),
    Status.EXPIRED: gettext_lazy("We had no answer from you in time."),
}
ACCEPT = ("registration_accept", pgettext_lazy("offer", "I accept"), "btn")
DECLINE = ("registration_decline", pgettext_lazy("offer", "I pass"), "btn btn--line")
LEAVE = ("registration_leave", gettext_lazy("Leave the waiting list"), "btn btn--line")
ATTESTATION = (
    "registration_attestation",
    gettext_lazy("Download my attestation of attendance"),
    "btn",
)
UNDO = ("registration_undo", gettext_lazy("Undo: I do come"), "btn")


class Holding:
    """One registration, as its holder reads it at ``now``."""

    def __init__(self, registration, now):
        self.registration = registration
        self.meeting = registration.meeting
        self.now = now

    @cached_property
    def line(self):
        """The meeting in the reader's language, or in French where it is not yet."""
        return line_of(self.meeting, self.now)

    @property
    def title(self):
        return self.line.title

    @property
    def status(self):
        return self.registration.status

    @cached_property
    def token(self):
        return links.token(self.registration)

    @property
    def is_over(self):
        return self.meeting.over_at <= self.now

    @property
    def is_off(self):
        """True when the meeting is over or does not take place: nothing is to do."""
        return self.is_over or not self.meeting.takes_place

    @property
    def is_confirmed(self):
        return self.status == Status.CONFIRMED

    @property
    def is_called(self):
        """True while a seat goes to the first person of the list who takes it."""
        return bool(self.registration.called_at)

    @property
    def may_change(self):
        return self.registration.is_live and not self.is_off

    @property
    def heading(self):
        if self.is_over:
            return _("This meeting is over")
        if not self.meeting.takes_place:
            return _("This meeting does not take place")
        if self.is_called:
            return _("A seat is free: the first who takes it has it")
        if self.status == Status.WAITING:
            return _("You are number %(rank)s on the waiting list") % {
                "rank": self.rank
            }
        if self.has_left:
            return _("You have left the waiting list")
        return str(HEADINGS[self.status])

    @property
    def rank(self):
        """« 1re », « 2e »: the place in the queue."""
        number = seats.position(self.registration)
        if not get_language().startswith("fr"):
            return str(number)
        return "1re" if number == 1 else f"{number}e"

    @property
    def deadline(self):
        """« lundi 19 janvier à 16 h », in the time of Brussels."""
        until = timezone.localtime(self.registration.offer_until)
        return _("%(day)s at %(hour)s") % {
            "day": when.day(until.date(), year=False),
            "hour": when.hour(until.time()),
        }

    @property
    def has_left(self):
        never_seated = self.registration.confirmed_at is None
        return self.status == Status.CANCELLED and never_seated

    @property
    def words(self):
        """What that means, in a sentence or two."""
        if self.is_off:
            return "" if self.is_over else self.line.news_words
        if self.status == Status.OFFERED:
            return _(
                "It is yours if you accept before %(deadline)s (Brussels time). After "
                "that, it is offered to the next person."
            ) % {"deadline": self.deadline}
        if self.is_called:
            return _("If somebody was quicker, you keep your place on the list.")
        if self.status == Status.WAITING:
            return _(
                "As soon as a seat comes free for you, we write to you. Do not come "
                "without that message: the room is limited."
            )
        return str(ENDED_WORDS.get(self.status, ""))

    @cached_property
    def answered(self):
        """Each question of the meeting with what was answered to it."""
        return questions.answered(self.registration)

    @cached_property
    def unanswered(self):
        """What the meeting asks and was not told yet, while it can be."""
        return questions.unanswered(self.registration) if self.may_change else []

    @property
    def online_url(self):
        """How to join from afar, for whoever has a seat."""
        may_join = self.is_confirmed and not self.is_off and self.meeting.is_open_online
        return self.meeting.online_url if may_join else ""

    @property
    def buttons(self):
        """What may be done by one press: address, words and dress of each button."""
        return [
            (reverse(name, args=[self.token]), words, dress)
            for name, words, dress in self._acts()
        ]

    @property
    def may_release(self):
        return self.may_change and self.is_confirmed and not self._has_arrived

    @property
    def again_url(self):
        """Where to register anew, for who holds nothing any more."""
        return "" if self.registration.is_live else self.line.registration_url

    @property
    def _has_arrived(self):
        return self.registration.checked_in_at is not None

    def _acts(self):
        if self.is_over:
            return [ATTESTATION] if self._has_arrived else []
        if self.is_off:
            return []
        if self.status == Status.OFFERED:
            return [ACCEPT, DECLINE]
        if self.status == Status.WAITING:
            return [ACCEPT, LEAVE] if self.is_called else [LEAVE]
        may_undo = seats.may_undo_cancel(self.registration, now=self.now)
        return [UNDO] if may_undo else []
