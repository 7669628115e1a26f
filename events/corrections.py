"""People correct what they said of themselves, and have it erased.

A new address is told what is held, and the links that were mailed to the old one are
revoked. Erasing gives back what is held, then leaves nothing by which the person may be
known; that someone came is still counted.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from events import choices, ledger, notices, receipts, seats
from events.ledger import Status
from events.models import AccessNeed, Attestation, RegistrationNote
from events.models.registration import new_stamp
from events.notices import Reason
from events.refusals import AlreadyThereError, RefusedError, TooLateError
from portal.core import outbox

NEWS = {
    Status.CONFIRMED: Reason.REGISTERED,
    Status.WAITING: Reason.WAITING,
    Status.OFFERED: Reason.OFFERED,
}
NOBODY = {
    "given_name": "",
    "family_name": "",
    "email": "",
    "organisation": "",
    "role": "",
    "question": "",
    "is_listed": False,
    "answers": {},
}


class AddressRefusedError(RefusedError):
    message = _("This address cannot be used here: please write to the team.")


@transaction.atomic
def correct(registration, *, answers, now):
    """Keep what the person says now.

    AddressRefusedError and ChoiceFullError change nothing.
    """
    registration = ledger.lock_with(registration)
    if not may_be_told(registration, now):
        raise TooLateError
    _refuse_full_choices(registration, answers)
    if _is_taken(registration, answers["email"]):
        raise AddressRefusedError
    return _keep(registration, answers, now)


@transaction.atomic
def mend(registration, *, answers, now):
    """Keep what the team knows better, also of what is over.

    AlreadyThereError and ChoiceFullError change nothing.
    """
    registration = ledger.lock_with(registration)
    _refuse_full_choices(registration, answers)
    if registration.is_live and _is_taken(registration, answers["email"]):
        raise AlreadyThereError
    return _keep(registration, answers, now)


def may_be_told(registration, now):
    """Whether a mail about what is held would still be of use."""
    return registration.is_live and registration.meeting.over_at > now


@transaction.atomic
def erase(registration, *, now):
    """Give back what is held, and forget who it was, their attestation too."""
    Attestation.objects.filter(registration=ledger.lock_with(registration)).delete()
    return forget(registration, now=now)


@transaction.atomic
def forget(registration, *, now):
    """As ``erase``, but an attestation stays true for as long as it is kept."""
    registration = ledger.lock_with(registration)
    if may_be_told(registration, now):
        registration = _give_back(registration, now)
    for kept_apart in (AccessNeed, RegistrationNote):
        kept_apart.objects.filter(registration=registration).delete()
    receipts.forget(registration.booking)
    for name, value in NOBODY.items():
        setattr(registration, name, value)
    registration.link_stamp = new_stamp()
    registration.anonymised_at = now
    registration.save()
    outbox.forget(notices.mail_of(registration))
    return registration


def _refuse_full_choices(registration, answers):
    if registration.holds_a_seat:
        held = registration.answers
        choices.refuse_full(registration.meeting, answers["answers"], before=held)


def _is_taken(registration, email):
    moves = email != registration.email
    return moves and seats.live_registration(registration.meeting, email)


def _keep(registration, answers, now):
    said = dict(answers)
    _keep_need(registration, said.pop("access_need"))
    moves = said["email"] != registration.email
    for name, value in said.items():
        setattr(registration, name, value)
    if not moves:
        registration.save()
        return registration
    reason = NEWS[registration.status] if may_be_told(registration, now) else None
    return ledger.remind(registration, reason=reason, link_stamp=new_stamp(), now=now)


def _give_back(registration, now):
    try:
        return seats.cancel(registration, now=now)
    except TooLateError:
        # They have arrived: the chair is theirs, without a name.
        return registration


def _keep_need(registration, text):
    needs = AccessNeed.objects.filter(registration=registration)
    if not text:
        needs.delete()
    elif not needs.update(text=text):
        AccessNeed.objects.create(registration=registration, text=text)
