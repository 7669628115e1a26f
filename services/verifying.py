"""Noting that an entry was checked, and what the entry is vouched for by."""

from collections import defaultdict

from django.db import transaction
from django.db.models import Q

from services.models import Service, Verification

AT_ONCE = 500


@transaction.atomic
def verify(service, *, on, method, outcome="confirmed", families=(), by=None, note=""):
    """Enter one check of ``service`` in its log; the ``Verification`` that says so.

    ``on`` is the day it was made, ``families`` those of ``services.freshness`` it was
    about, or none for the whole entry. The entry is then « vérifié le » that day,
    unless nobody answered, or a later check is known. Raises ``ValidationError`` on
    words the log does not know.
    """
    check = Verification(
        service=service,
        on=on,
        method=method,
        outcome=outcome,
        families=[str(family) for family in families],
        by=by,
        note=note,
    )
    check.full_clean(exclude=["service", "by"])
    check.save()
    if check.vouches and not check.families:
        assure(service, on=on, method=method)
    return check


def assure(service, *, on, method):
    """Date the whole entry, unless it was vouched for later than ``on``."""
    stored = Service.objects.filter(pk=service.pk)
    earlier = Q(assured_date=None) | Q(assured_date__lte=on)
    # Not by ``save``: that would publish whatever else this object holds.
    if stored.filter(earlier).update(assured_date=on, assured_by=method):
        service.assured_date, service.assured_by = on, method


def _assure_many(services, *, on, method):
    stored = Service.objects.filter(pk__in=[service.pk for service in services])
    earlier = Q(assured_date=None) | Q(assured_date__lte=on)
    stored.filter(earlier).update(assured_date=on, assured_by=method)
    for service in services:
        if service.assured_date is None or service.assured_date <= on:
            service.assured_date, service.assured_by = on, method


@transaction.atomic
def verify_many(checks, *, method, by=None):
    """``verify`` whole entries: pairs of a service and the day it was found right on.

    Sends no signal, as rows written many at a time do not.
    """
    log_many(checks, method=method, by=by)
    by_day = defaultdict(list)
    for service, on in checks:
        by_day[on].append(service)
    for on, services in by_day.items():
        for start in range(0, len(services), AT_ONCE):
            _assure_many(services[start : start + AT_ONCE], on=on, method=method)


def log_many(checks, *, method, by=None):
    """Enter in the log what entries are dated by already."""
    Verification.objects.bulk_create(
        [
            Verification(service=service, on=on, method=method, by=by)
            for service, on in checks
        ],
        batch_size=AT_ONCE,
    )


def assured(service, family):
    """The day ``family`` was last confirmed on, with the whole entry or by itself."""
    days = [
        check.on
        for check in service.verifications.all()
        if check.vouches and check.covers(family)
    ]
    if service.assured_date:
        days.append(service.assured_date)
    return max(days, default=None)
