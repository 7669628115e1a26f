"""Writing to the contacts of services whose facts should be confirmed again.

One mail to an address, whatever the number of its services; one reminder when nobody
answers; and never two mails within 25 days. What asks: a family of facts past its
first threshold, or the day a delay or a saturation said to ask again on. A delay that
merely grows old is marked as such, and waits for the next mail.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from portal.core import outbox
from services import freshness, verifying
from services.freshness import Family
from services.models import Contact, Correspondent, Service
from services.querysets import LISTED

QUIET = timedelta(days=25)
# After a reminder without an answer, until it is asked anew.
HALF_A_YEAR = timedelta(days=183)
ASKED_ABOUT = (
    Family.ENTRY,
    Family.CONTACT,
    Family.ACCESS,
    Family.HOURS,
    Family.COST,
)
WRITER = "write_confirmation"


def ask_confirmations(*, now, limit=None):
    """Ask, and remind, those whose turn it is; to how many mails were put."""
    today, count = timezone.localdate(now), 0
    for email, services in sorted(_by_address().items()):
        if limit is not None and count >= limit:
            break
        if any(is_due(service, today) for service in services):
            count += _write(email, services, now)
    return count


def is_due(service, today):
    """Whether something of ``service`` should be confirmed again on ``today``."""
    again = (service.delay_ask_again_on, service.saturation_ask_again_on)
    if any(day and day <= today for day in again):
        return True
    days = [(family, verifying.assured(service, family)) for family in ASKED_ABOUT]
    return any(
        day is None or freshness.to_confirm_from(day, family=family) <= today
        for family, day in days
    )


def forget_correspondents(*, now, limit=None):
    """Delete the addresses that no service has among its contacts; how many."""
    asked = Contact.objects.filter(confirms=True, email__iexact=OuterRef("email"))
    gone = Correspondent.objects.filter(~Exists(asked)).order_by("pk")
    chosen = list(gone.values_list("pk", flat=True)[:limit])
    count, _kinds = Correspondent.objects.filter(pk__in=chosen).delete()
    return count


def services_of(email):
    """The public services in activity an address answers for, by their names."""
    services = Service.objects.listed().filter(
        contacts__confirms=True, contacts__email__iexact=email
    )
    return services.distinct().with_everything().order_by("name_fr", "pk")


def language_of(email):
    contacts = Contact.objects.filter(confirms=True, email__iexact=email)
    return contacts.order_by("-pk").values_list("language", flat=True).first()


def _by_address():
    """Every address that is asked, with its services, in few queries."""
    contacts = Contact.objects.filter(
        confirms=True, service__live=True, service__status__in=LISTED
    )
    pairs = list(contacts.values_list("email", "service_id"))
    services = Service.objects.prefetch_related("verifications").in_bulk(
        {pk for _email, pk in pairs}
    )
    found = {}
    for email, pk in pairs:
        found.setdefault(email.lower(), {})[pk] = services[pk]
    return {email: list(own.values()) for email, own in found.items()}


@transaction.atomic
def _write(email, services, now):
    """One mail, unless its turn has not come; how many were put."""
    known = Correspondent.objects.select_for_update().filter(email=email).first()
    if known is None:
        known = Correspondent.objects.create(email=email, asked_at=now)
        return _put(known, "asked", now)
    if _since(known.last_written_at, now) < QUIET:
        return 0
    if known.is_answered or _since(known.asked_at, now) >= HALF_A_YEAR:
        known.asked_at, known.reminded_at = now, None
        known.save()
        return _put(known, "asked", now)
    if known.reminded_at is None:
        known.reminded_at = now
        known.save()
        return _put(known, "reminded", now)
    return 0


def _since(moment, now):
    """In whole days of Brussels, whatever its clocks did in between."""
    return timezone.localdate(now) - timezone.localdate(moment)


def _put(correspondent, reason, now):
    day = timezone.localdate(now).isoformat()
    mail = outbox.put(
        key=outbox.key("confirmation", correspondent.pk, reason, day),
        to=correspondent.email,
        language=language_of(correspondent.email) or "fr",
        writer=WRITER,
        facts={"correspondent": correspondent.pk, "reason": reason},
        now=now,
    )
    return int(mail is not None)
