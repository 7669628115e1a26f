"""What the team does for one person before a meeting, and who did it.

Each act is noted in the person's journal in the same transaction, with what colleagues
should know. Seats go in order of arrival for the team too: nobody is seated before
those who wait; a bigger room is what seats more people.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from events import corrections, ledger, reception, seats
from events.ledger import Status
from events.models import RegistrationNote
from events.models.registration import new_stamp
from events.refusals import AlreadyThereError, RefusedError, TooLateError
from portal.core import outbox

Act = RegistrationNote.Act


class WouldWaitError(RefusedError):
    message = _(
        "No seat is left for this person. Their answers are kept: if they agree to "
        "wait, tick the waiting list, then send again."
    )


@transaction.atomic
def add(meeting, *, person, agrees_to_wait, by, note="", now):
    """Register somebody who called; the same form posted twice is one registration.

    Raises WouldWaitError unless they agree to wait where no seat is left for them.
    """
    meeting = ledger.lock(meeting)
    repeated = meeting.registrations.filter(booking=person.booking).first()
    if repeated:
        return repeated
    outcome = reception.register_by_team(meeting, person=person, now=now)
    if not outcome.is_new:
        raise AlreadyThereError
    registration = outcome.registration
    if registration.status == Status.WAITING and not agrees_to_wait:
        raise WouldWaitError
    return _noted(registration, Act.ADDED, by, note, now)


@transaction.atomic
def correct(registration, *, answers, by, note="", now):
    """Keep what the person really said; a new address is told, the old links end."""
    registration = corrections.mend(registration, answers=answers, now=now)
    return _noted(registration, Act.CORRECTED, by, note, now)


@transaction.atomic
def move(registration, *, meeting, by, note="", now):
    """Give the person a seat at another meeting, as ``reception.move`` does."""
    left = ledger.lock_with(registration, meeting).meeting
    registration = reception.move(registration, meeting=meeting, now=now)
    if left == meeting:
        return registration
    return _noted(registration, Act.MOVED, by, note, now, left=left)


@transaction.atomic
def cancel(registration, *, by, note="", now):
    """Give back what is held; cancelling twice is the same as once."""
    was_live = ledger.lock_with(registration).is_live
    registration = seats.cancel(registration, now=now)
    if not was_live:
        return registration
    return _noted(registration, Act.CANCELLED, by, note, now)


@transaction.atomic
def send_again(registration, *, seen, by, note="", now):
    """Mail once more what the person holds, and their link.

    ``seen`` is the revision it was asked for: the same form posted twice sends one.
    """
    registration = ledger.lock_with(registration)
    if not corrections.may_be_told(registration, now):
        raise TooLateError
    if registration.revision != seen:
        return registration
    reason = corrections.NEWS[registration.status]
    ledger.remind(registration, reason=reason, now=now)
    return _noted(registration, Act.SENT_AGAIN, by, note, now)


@transaction.atomic
def retry(mail, *, registration, by, now):
    """Send a mail that failed once more; False when it is not to be sent any more."""
    is_sent = bool(outbox.retry(mail, now=now))
    if is_sent:
        _noted(registration, Act.SENT_AGAIN, by, mail.subject[:300], now)
    return is_sent


@transaction.atomic
def revoke_links(registration, *, by, note="", now):
    """Whoever has a link that was mailed can no longer see or do anything with it."""
    registration = ledger.lock_with(registration)
    registration.link_stamp = new_stamp()
    registration.save(update_fields=["link_stamp"])
    return _noted(registration, Act.REVOKED, by, note, now)


@transaction.atomic
def erase(registration, *, by, now):
    """Forget who it was; that it was asked for stays known."""
    if ledger.lock_with(registration).anonymised_at:
        return registration
    registration = corrections.erase(registration, now=now)
    return _noted(registration, Act.ERASED, by, "", now)


@transaction.atomic
def note(registration, *, by, note, now):
    """Keep a word for colleagues; nothing is kept of somebody who was forgotten."""
    registration = ledger.lock_with(registration)
    if registration.anonymised_at:
        raise TooLateError
    return _noted(registration, Act.NOTE, by, note, now)


def _noted(registration, act, by, text, now, **facts):
    registration.notes.create(act=act, by=by, text=text, at=now, **facts)
    return registration
