"""What became of the mail about registrations, for the team who answers for it.

A mail is about a registration by its key (``notices``). It counts as undelivered while
it failed at the address the person still has: once that is corrected, or the mail was
taken after all, there is nothing left to mend.
"""

from dataclasses import dataclass

from django.db.models import CharField, Exists, F, OuterRef, Value
from django.db.models.functions import Cast, Concat, StrIndex, Substr
from django.utils.translation import gettext_lazy as _

from events.models import Registration
from events.notices import Reason
from portal.core.models import DeliveryAttempt, OutgoingMail

KIND = "registration/"
Outcome = DeliveryAttempt.Outcome
# After these nobody can tell whether the server took it.
UNSURE = {Outcome.BEGUN, Outcome.CUT}
WORDS = {
    Reason.REGISTERED: _("Confirmation"),
    Reason.WAITING: _("Place on the waiting list"),
    Reason.OFFERED: _("Seat offered"),
    Reason.OFFER_REMINDER: _("Reminder of the offer"),
    Reason.OFFER_EXPIRED: _("Offer expired"),
    Reason.SEAT_OPEN: _("Seat for the first who takes it"),
    Reason.PROMOTED: _("Seat given from the waiting list"),
    Reason.DECLINED: _("Offer declined"),
    Reason.CANCELLED: _("Seat given back"),
    Reason.LEFT: _("Waiting list left"),
    Reason.MOVED: _("Moved to another meeting"),
    Reason.ALREADY_REGISTERED: _("Link asked for again"),
    Reason.REMINDER: _("Reminder of the meeting"),
    Reason.MEETING_CANCELLED: _("Meeting cancelled"),
    Reason.MEETING_MOVED: _("Meeting moved"),
    Reason.REPORT_ONLINE: _("Report online"),
}


@dataclass(frozen=True)
class Sending:
    """One mail, the registration it is about, and what the mail server said."""

    mail: OutgoingMail
    registration: Registration

    @property
    def reason(self):
        """« Confirmation »: why it was written."""
        _kind, _pk, reason, *_rest = [*self.mail.key.split("/"), ""]
        return WORDS.get(reason, reason)

    @property
    def attempts(self):
        return list(self.mail.log.all())

    @property
    def has_failed(self):
        return self.mail.state == OutgoingMail.State.FAILED

    @property
    def may_be_retried(self):
        """Whether it failed, and would go where the person reads it."""
        return self.has_failed and self.mail.to == self.registration.email != ""

    @property
    def doubt(self):
        """What nobody can tell of it, where the server was cut off, or nothing."""
        *before, _last = self.attempts or [None]
        if not any(attempt.outcome in UNSURE for attempt in before):
            return ""
        if self.mail.state == OutgoingMail.State.SENT:
            return _("The person may have got it twice.")
        return _("The person may have got it all the same.")


def about(registrations):
    """All mail about ``registrations``, the latest first."""
    keys = registrations.order_by().annotate(key=Cast("pk", CharField()))
    return all_mail().filter(about__in=keys.values("key"))


def undelivered():
    """The mail that failed at an address somebody still has."""
    person = Registration.objects.filter(email=OuterRef("to")).exclude(email="")
    of_theirs = person.annotate(key=Cast("pk", CharField())).filter(
        key=OuterRef("about")
    )
    return all_mail().failed().filter(Exists(of_theirs))


def with_undelivered(registrations):
    """Each with ``is_undelivered``: whether a mail to them failed."""
    key = Concat(Value(KIND), Cast(OuterRef("pk"), CharField()), Value("/"))
    failed = OutgoingMail.objects.failed().filter(
        to=OuterRef("email"), key__startswith=key
    )
    return registrations.annotate(is_undelivered=Exists(failed.exclude(to="")))


def sendings(mails):
    """``mails`` of the log, each with its registration."""
    mails = list(mails)
    people = Registration.objects.select_related("meeting__concertation__theme")
    known = people.in_bulk({int(mail.about) for mail in mails})
    found = ((mail, known.get(int(mail.about))) for mail in mails)
    return [Sending(mail, person) for mail, person in found if person]


def all_mail():
    """Every mail about a registration; ``about`` is the key of that, as text."""
    rest = Substr("key", len(KIND) + 1)
    length = StrIndex(rest, Value("/")) - 1
    return (
        OutgoingMail.objects.filter(key__startswith=KIND)
        .annotate(rest=rest)
        .annotate(about=Substr(F("rest"), 1, length))
        .prefetch_related("log")
    )
