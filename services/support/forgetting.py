"""Erasing who asked and what was written, some months after the end; counts stay.

Mail about the request is blanked with it. That somebody of the team opened a request
stays known for two years.
"""

from django.db import transaction
from django.utils import timezone

from portal.core import outbox, retention
from services.models import SupportRequest, SupportTrace, SupportWords
from services.support import notices
from services.support.ledger import lock, trace

TRACE_MONTHS = 24


def forget_requests(*, now, limit=None):
    """Erase the texts that are due; of how many requests they were."""
    ended = SupportRequest.objects.filter(closed_at__lte=now, forgotten_at=None)
    ended = ended.select_related("team").order_by("closed_at", "pk")
    due = [request for request in ended if retention.is_due(forgotten_on(request), now)]
    for request in due[:limit]:
        with transaction.atomic():
            forget(lock(request), now=now)
    return len(due[:limit])


def forget_traces(*, now, limit=None):
    """Delete those of two years ago; how many were."""
    before = retention.months_after(timezone.localdate(now), -TRACE_MONTHS)
    old = SupportTrace.objects.filter(at__date__lte=before).order_by("pk")
    chosen = list(old.values_list("pk", flat=True)[:limit])
    count, _kinds = SupportTrace.objects.filter(pk__in=chosen).delete()
    return count


def forgotten_on(request):
    """The day on which its texts go; None while it runs."""
    if request.closed_at is None:
        return None
    day = timezone.localdate(request.closed_at)
    return retention.months_after(day, request.team.months_kept)


def forget(request, *, now):
    """Erase at once, in the transaction of the caller, who holds its lock."""
    SupportWords.objects.filter(request=request).delete()
    request.messages.all().delete()
    outbox.forget(notices.mail_about(request))
    request.forgotten_at = now
    request.save(update_fields=["forgotten_at"])
    trace(request, SupportTrace.Act.FORGOTTEN, now=now)
