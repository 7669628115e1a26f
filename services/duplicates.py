"""Entries that may be the same as a new one: by name, by phone, by address."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from portal.core.analysis import fold
from portal.core.phone_numbers import digits_of
from services.models import Location, Phone, Service

# How much of their words two names must share to be told as alike.
ALIKE = 0.75
MOST = 10
# Everybody's number is nobody's: these say nothing of who a service is.
SHORTEST_OWN_NUMBER = 5


@dataclass
class Likeness:
    service: Service
    reasons: list = field(default_factory=list)


def like(*, name, numbers=(), locations=(), besides=None):
    """The services that look like one so called, with why; the surest come first.

    ``numbers`` are phone numbers as typed, ``locations`` places chosen for it.
    ``besides`` is the number of a service that is not told of.
    """
    reasons = {}
    for pk in _named_like(name):
        reasons.setdefault(pk, []).append(_("nearly the same name"))
    for pk, number in _phoned_like(numbers):
        words = _("the same phone number (%(number)s)") % {"number": number}
        reasons.setdefault(pk, []).append(words)
    for pk, address in _placed_like(locations):
        words = _("the same address (%(address)s)") % {"address": address}
        reasons.setdefault(pk, []).append(words)
    reasons.pop(besides, None)
    surest = sorted(reasons, key=lambda pk: (-len(reasons[pk]), pk))[:MOST]
    there = Service.objects.select_related("organisation").in_bulk(surest)
    return [Likeness(there[pk], reasons[pk]) for pk in surest]


def _named_like(name):
    wanted = set(fold(name).split())
    if not wanted:
        return
    for pk, other in Service.objects.values_list("pk", "name_fr").iterator():
        words = set(fold(other).split())
        if len(wanted & words) >= ALIKE * len(wanted | words):
            yield pk


def _phoned_like(numbers):
    digits = {digits_of(number) for number in numbers}
    own = {one for one in digits if len(one) >= SHORTEST_OWN_NUMBER}
    found = Phone.objects.filter(digits__in=own).order_by("pk")
    return found.values_list("service", "number")


def _placed_like(locations):
    found = {}
    for place in locations:
        if not place.address_1:
            continue
        street = fold(place.address_1)
        near = Location.objects.filter(postal_code=place.postal_code)
        same = [one.pk for one in near if fold(one.address_1) == street]
        services = Service.objects.filter(service_at_locations__location__in=same)
        found |= dict.fromkeys(services.values_list("pk", flat=True), place.address)
    return found.items()
