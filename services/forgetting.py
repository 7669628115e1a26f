"""What is removed by itself when its time is over."""

from services.models import PendingImport
from services.models.pending_import import KEPT


def forget_pending_imports(*, now, limit=None):
    """Remove files that nobody confirmed within a day; how many."""
    old = PendingImport.objects.filter(sent_at__lte=now - KEPT)
    numbers = list(old.values_list("pk", flat=True)[:limit])
    PendingImport.objects.filter(pk__in=numbers).delete()
    return len(numbers)
