"""Forgetting what was reported, and in the end that it was."""

from django.db.models import Q
from django.utils import timezone

from events.models import ReportedNeed
from portal.core import retention

# An address nobody decided on; the words once it was decided.
EMAIL_MONTHS = 6
WORDS_MONTHS = 3


def forget_reported_needs(*, now, limit=None):
    """Erase what is no longer needed; of how many something went."""
    today = timezone.localdate(now)
    old = retention.months_after(today, -EMAIL_MONTHS)
    decided = retention.months_after(today, -WORDS_MONTHS)
    due = Q(sent_at__date__lte=old) & ~Q(email="")
    due |= Q(decided_at__date__lte=decided) & ~Q(words="")
    chosen = list(ReportedNeed.objects.filter(due).values_list("pk", flat=True)[:limit])
    known = ReportedNeed.objects.filter(pk__in=chosen)
    known.filter(sent_at__date__lte=old).update(email="")
    known.filter(decided_at__date__lte=decided).update(words="", email="")
    return len(chosen)
