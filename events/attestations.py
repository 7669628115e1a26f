"""Attestations of attendance: only for people who were checked in, once it is over.

Somebody's attestation keeps its number however often it is drawn. It holds as long as
the check-in does: taken back, the number is unknown.
"""

from django.db import transaction

from events import ledger, roll
from events.models import Attestation
from events.models.attestation import signs_of
from events.refusals import NotOverError, NotPresentError


@transaction.atomic
def issue(registration, *, now):
    """The attestation of one person; NotPresentError where nobody saw them come."""
    registration = ledger.lock_with(registration)
    if not registration.checked_in_at or registration.anonymised_at:
        raise NotPresentError
    return _issued(registration.meeting, [registration], now)[0]


@transaction.atomic
def issue_all(meeting, *, now):
    """Those of all who came, by family name; NotPresentError where nobody did."""
    meeting = ledger.lock(meeting)
    registrations = roll.came(meeting)
    if not registrations:
        raise NotPresentError
    return _issued(meeting, registrations, now)


def find(number):
    """The attestation that bears this number, however it was typed, or None."""
    known = Attestation.objects.filter(registration__checked_in_at__isnull=False)
    found = known.filter(number=signs_of(number))
    return found.select_related("registration__meeting").first()


def _issued(meeting, registrations, now):
    if meeting.over_at > now:
        raise NotOverError
    known = Attestation.objects.filter(registration__in=registrations)
    by_registration = {one.registration_id: one for one in known}
    new = [
        Attestation(registration=registration, name=registration.name, issued_at=now)
        for registration in registrations
        if registration.pk not in by_registration
    ]
    Attestation.objects.bulk_create(new)
    by_registration.update({one.registration_id: one for one in new})
    return [_with(by_registration[one.pk], one, meeting) for one in registrations]


def _with(attestation, registration, meeting):
    """Spare a query a page: what is drawn is in hand."""
    registration.meeting = meeting
    attestation.registration = registration
    if attestation.name != registration.name:
        # A mistake in the name was put right since.
        attestation.name = registration.name
        attestation.save(update_fields=["name"])
    return attestation
