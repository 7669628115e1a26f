"""Forgetting who said « moi aussi »: the unconfirmed soon, addresses in the end."""

from django.utils import timezone

from portal.core import retention
from trainings.models import NeedVoice
from trainings.voices.links import CONFIRMED_WITHIN

MONTHS = 24


def forget_voices(*, now, limit=None):
    """Erase what nobody confirmed, and old addresses; of how many voices."""
    late = NeedVoice.objects.unconfirmed().filter(
        created_at__lte=now - CONFIRMED_WITHIN
    )
    chosen = list(late.order_by("pk").values_list("pk", flat=True)[:limit])
    NeedVoice.objects.filter(pk__in=chosen).delete()
    left = None if limit is None else limit - len(chosen)
    before = retention.months_after(timezone.localdate(now), -MONTHS)
    old = NeedVoice.objects.confirmed().filter(confirmed_at__date__lte=before)
    numbers = old.exclude(email="").order_by("pk").values_list("pk", flat=True)
    aged = list(numbers[:left])
    # The voice stays, as a number.
    NeedVoice.objects.filter(pk__in=aged).update(email="", wants_news=False)
    return len(chosen) + len(aged)
