"""What the screen says after a form was sent, kept with what the form did.

It holds addresses, so it is deleted after two hours, or with the data of a person.
"""

from datetime import timedelta

from events.models import Receipt

KEPT_FOR = timedelta(hours=2)
SAID = ["emails", "meetings", "waits", "made_at"]


def keep(number, *, now, **said):
    """Keep what form ``number`` was answered, in the transaction of the caller."""
    receipt = Receipt(number=number, made_at=now, **said)
    Receipt.objects.bulk_create(
        [receipt], update_conflicts=True, unique_fields=["number"], update_fields=SAID
    )


def find(number, now):
    """The receipt of form ``number``; None once it is forgotten."""
    return Receipt.objects.filter(number=number, made_at__gt=now - KEPT_FOR).first()


def forget(number):
    """Forget at once what form ``number`` was answered."""
    Receipt.objects.filter(number=number).delete()


def forget_receipts(*, now, limit=None):
    """Delete those that nobody can be shown any more; how many were."""
    old = Receipt.objects.filter(made_at__lte=now - KEPT_FOR).order_by("made_at")
    chosen = list(old.values_list("pk", flat=True)[:limit])
    count, _kinds = Receipt.objects.filter(pk__in=chosen).delete()
    return count
