"""Forgetting who told us of errors, and in the end what they said."""

from django.utils import timezone

from portal.core import retention
from services.models import Correction

# An address that nobody decided on; and a proposal once it is decided.
EMAIL_MONTHS = 6
DECIDED_MONTHS = 12


def forget_corrections(*, now, limit=None):
    """Erase old addresses, delete old decisions; of how many something went."""
    today = timezone.localdate(now)
    old = retention.months_after(today, -EMAIL_MONTHS)
    addresses = Correction.objects.filter(sent_at__date__lte=old).exclude(email="")
    chosen = list(addresses.order_by("pk").values_list("pk", flat=True)[:limit])
    count = Correction.objects.filter(pk__in=chosen).update(email="")
    last_year = retention.months_after(today, -DECIDED_MONTHS)
    decided = Correction.objects.filter(decided_at__date__lte=last_year)
    left = None if limit is None else limit - count
    chosen = list(decided.order_by("pk").values_list("pk", flat=True)[:left])
    Correction.objects.filter(pk__in=chosen).delete()
    return count + len(chosen)
