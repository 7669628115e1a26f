"""Forgetting who suggested needs, and in the end what they wrote."""

from django.utils import timezone

from portal.core import retention
from trainings.models import NeedSuggestion

# An address nobody decided on; and a suggestion once it is decided.
EMAIL_MONTHS = 6
DECIDED_MONTHS = 12


def forget_suggestions(*, now, limit=None):
    """Erase old addresses, delete old decisions; of how many something went."""
    today = timezone.localdate(now)
    old = retention.months_after(today, -EMAIL_MONTHS)
    waiting = NeedSuggestion.objects.filter(sent_at__date__lte=old).exclude(email="")
    chosen = list(waiting.order_by("pk").values_list("pk", flat=True)[:limit])
    NeedSuggestion.objects.filter(pk__in=chosen).update(email="")
    last_year = retention.months_after(today, -DECIDED_MONTHS)
    decided = NeedSuggestion.objects.filter(decided_at__date__lte=last_year)
    left = None if limit is None else limit - len(chosen)
    gone = list(decided.order_by("pk").values_list("pk", flat=True)[:left])
    NeedSuggestion.objects.filter(pk__in=gone).delete()
    return len(chosen) + len(gone)
