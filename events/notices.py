"""People hear of every change of their seat, once, in their language.

A notice is put in the outbox within the transaction of the change. The revision of the
registration tells two changes apart, so nothing is told twice and nothing is left out.
What was promised is noted then; the words are found when the mail is sent, so that
nobody who waits for a seat has to wait for a letter to be written.
"""

from datetime import timedelta
from enum import StrEnum

from django.conf import settings

from events import announced, calendar_files, letters
from events.models import Registration
from portal.core import outbox
from portal.core.models import OutgoingMail


class Reason(StrEnum):
    REGISTERED = "registered"
    WAITING = "waiting"
    OFFERED = "offered"
    OFFER_REMINDER = "offer_reminder"
    OFFER_EXPIRED = "offer_expired"
    SEAT_OPEN = "seat_open"
    PROMOTED = "promoted"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    LEFT = "left"
    MOVED = "moved"
    ALREADY_REGISTERED = "already_registered"
    REMINDER = "reminder"
    MEETING_CANCELLED = "meeting_cancelled"
    MEETING_MOVED = "meeting_moved"
    REPORT_ONLINE = "report_online"


# Whoever types in the address of somebody else can write to them only so often.
QUIET = timedelta(minutes=10)
# Beyond these the letters are in French, rather than half in French.
WRITTEN_IN = {"fr", "nl", "en", "es"}


def tell(registration, reason, *, now, rank=None):
    """Put the notice in the outbox; None when there is nobody to write to.

    None too when this was told before, or the same address was asked for just now.
    ``rank`` is the place in the queue where it is known; else it is counted.
    """
    reason = Reason(reason)
    if not registration.email or _is_pressed(registration, reason, now):
        return None
    return outbox.put(
        key=_key(registration, reason),
        to=registration.email,
        language=language_of(registration),
        writer=write_notice.__name__,
        facts=letters.promised(registration, reason, rank=rank),
        until=_useful_until(registration, reason),
        now=now,
    )


@outbox.writer
def write_notice(promised, *, now):
    """The words of a notice; none when it has become untrue, or is about nobody.

    What it says of the meeting is noted with it: changes are told from there.
    """
    known = Registration.objects.select_related("meeting__venue__commune", "told")
    registration = known.filter(pk=promised["registration"]).exclude(email="").first()
    if registration is None:
        return None
    facts = letters.Facts(registration, promised, now)
    if not letters.is_still_true(facts):
        return None
    letter = letters.write(facts)
    announced.note(registration, facts.reason, now=now)
    return outbox.Words(
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        attachments=calendar_files.of(facts),
    )


def not_told(registrations, reason):
    """Those of ``registrations`` to whom no such notice was ever put in the outbox."""
    by_key = {_key(person, reason): person for person in registrations}
    known = OutgoingMail.objects.filter(key__in=by_key)
    told = set(known.values_list("key", flat=True))
    return [person for key, person in by_key.items() if key not in told]


def mail_of(registration):
    """Every mail to this person about this registration, the latest first."""
    return OutgoingMail.objects.about(*_about(registration))


def _about(registration):
    return "registration", registration.pk


def _key(registration, reason):
    return outbox.key(*_about(registration), reason, _revision(registration, reason))


def language_of(registration):
    """The language somebody chose for their mail, or French where it is not ours."""
    known = registration.language in WRITTEN_IN
    return registration.language if known else settings.LANGUAGE_CODE


def _is_pressed(registration, reason, now):
    if reason != Reason.ALREADY_REGISTERED:
        return False
    told = OutgoingMail.objects.about(*_about(registration), reason)
    return told.filter(created_at__gt=now - QUIET).exists()


def _revision(registration, reason):
    """What tells apart two mails for the same reason."""
    meeting = registration.meeting
    revisions = {
        # A meeting that moved is announced anew, and a changed seat is no news of it.
        Reason.REMINDER: f"{meeting.start_date}/{meeting.sequence}",
        Reason.MEETING_CANCELLED: meeting.changed_at.isoformat(),
        Reason.MEETING_MOVED: meeting.changed_at.isoformat(),
        Reason.REPORT_ONLINE: "once",
    }
    return revisions.get(reason, registration.revision)


def _useful_until(registration, reason):
    """From when on the mail would only mislead; None where it never does."""
    if reason in {Reason.OFFERED, Reason.OFFER_REMINDER}:
        return registration.offer_until
    if reason in {Reason.SEAT_OPEN, Reason.REMINDER}:
        return registration.meeting.beginning()
    return None
