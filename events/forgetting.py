"""Forgetting who registered, as the form said it would be done.

The day after a meeting goes what is kept of those who waited, passed or gave up, and
what anybody needs for access; after the months chosen for the meeting, who came. Rows
without a name stay, so that the figures do. Mail that was written is blanked with them.
An attestation is kept a year from its issue, for whoever checks its number.
"""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from events import corrections
from events.ledger import Status
from events.models import AccessNeed, Attestation, Meeting, Registration
from portal.core import retention

ATTESTATION_MONTHS = 12


def forget_registrations(*, now, limit=None):
    """Forget what is due; of how many registrations something was."""
    count = 0
    for meeting in _remembered(now):
        count += _forget(meeting, now, None if limit is None else limit - count)
    return count


def forget_attestations(*, now, limit=None):
    """Delete those issued a year ago; how many were."""
    today = timezone.localdate(now)
    last_year = retention.months_after(today, -ATTESTATION_MONTHS)
    old = Attestation.objects.filter(issued_at__date__lte=last_year).order_by("pk")
    chosen = list(old.values_list("pk", flat=True)[:limit])
    count, _kinds = Attestation.objects.filter(pk__in=chosen).delete()
    return count


def _forget(meeting, now, limit):
    count = 0
    if retention.is_due(meeting.others_forgotten_on, now):
        needs = AccessNeed.objects.filter(registration__meeting=meeting)
        chosen = needs.order_by("pk").values_list("pk", flat=True)[:limit]
        count, _kinds = needs.filter(pk__in=list(chosen)).delete()
    people = _due(meeting, now)[: None if limit is None else limit - count]
    for person in people:
        corrections.forget(person, now=now)
    return count + len(people)


def _due(meeting, now):
    people = meeting.registrations.filter(anonymised_at=None).order_by("pk")
    if retention.is_due(meeting.all_forgotten_on, now):
        return people
    if retention.is_due(meeting.others_forgotten_on, now):
        return people.exclude(status=Status.CONFIRMED)
    return people.none()


def _remembered(now):
    """Meetings that are over and of which a name is still known."""
    named = Registration.objects.filter(meeting=OuterRef("pk"), anonymised_at=None)
    return Meeting.objects.past(now).filter(Exists(named.order_by()))
