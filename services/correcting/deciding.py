"""The team decides: what it accepts is written, published, and entered in the log."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from services import verifying
from services.correcting import facts, thanks
from services.models import Correction, Service, Verification

State = Correction.State


class UndecidableError(Exception):
    """Nothing was decided; ``message`` says why, for whoever decides."""

    def __init__(self, message):
        self.message = message
        super().__init__(message)


@transaction.atomic
def decide(correction, *, accepted, method, by, now):
    """Accept the facts whose keys are ``accepted``, refuse the others.

    What is accepted becomes a published revision of the service, and the log says that
    it was corrected, checked by ``method``; whoever left an address is thanked. Raises
    ``UndecidableError`` and changes nothing when that cannot be done.
    """
    correction = Correction.objects.select_for_update().get(pk=correction.pk)
    if not correction.is_waiting:
        raise UndecidableError(_("Somebody has decided on it meanwhile."))
    taken = [one for one in correction.proposals if one["key"] in accepted]
    service = Service.objects.select_for_update().get(pk=correction.service_id)
    if taken:
        write(service, taken, by=by, today=timezone.localdate(now))
        verifying.verify(
            service,
            on=timezone.localdate(now),
            method=method,
            outcome=Verification.Outcome.CORRECTED,
            families=sorted({facts.family_of(one["key"]) for one in taken}),
            by=by,
        )
    for proposal in correction.proposals:
        proposal["accepted"] = proposal["key"] in accepted
    correction.state = _state(correction, taken)
    correction.decided_at, correction.decided_by = now, by
    if correction.email and correction.state != State.REFUSED:
        thanks.send(correction, now=now)
    correction.email = ""
    correction.save()
    return correction


def _state(correction, taken):
    if len(taken) == len(correction.proposals) and (taken or correction.note):
        return State.ACCEPTED
    return State.IN_PART if taken else State.REFUSED


def write(service, proposals, *, by, today):
    """Give ``service`` what is right, as a new revision that is public at once."""
    written = [one for one in proposals if _is_written(one["key"])]
    if not written:
        return
    if service.has_unpublished_changes:
        words = _("A draft of this entry is waiting: publish or discard it first.")
        raise UndecidableError(words)
    for proposal in written:
        _give(service, proposal, today)
    try:
        service.full_clean(exclude=["slug"])
    except ValidationError as invalid:
        raise UndecidableError(" ".join(invalid.messages)) from invalid
    service.save_revision(user=by, log_action=True).publish(user=by)


def _is_written(key):
    return key not in {facts.PLACES, facts.HOURS}


def _give(service, proposal, today):
    key, after = proposal["key"], proposal["after"]
    if key.startswith(facts.PHONE):
        _give_number(service, key.removeprefix(facts.PHONE), after)
        return
    setattr(service, key, after)
    if key in facts.CHOICES:
        setattr(service, f"{key}_as_of", today if after else None)
        until = proposal.get("until")
        again = date.fromisoformat(until) if until else None
        setattr(service, f"{key}_ask_again_on", again)


def _give_number(service, digits, number):
    phones = list(service.phones.all())
    named = [phone for phone in phones if phone.digits == digits]
    if not named:
        raise UndecidableError(_("This phone number is no longer in the entry."))
    for phone in named:
        phone.number = number
        try:
            phone.clean_fields(exclude=["service"])
        except ValidationError as invalid:
            raise UndecidableError(" ".join(invalid.messages)) from invalid
    service.phones = phones
