"""Where to turn when it cannot wait: emergency numbers, then helplines."""

from services.aide_memoire.lines import line_of
from services.models.service import Service

TYPES = ("type-emergency-number", "type-helpline")


def lines(today):
    """A line for each number anybody may call at once, with its languages."""
    found = Service.objects.listed().filter(service_types__code__in=TYPES).distinct()
    services = found.with_card().prefetch_related("publics", "phones__languages")
    ordered = sorted(services, key=_rank)
    return [line_of(service, today) for service in ordered if service.phones.all()]


def _rank(service):
    codes = {term.code for term in service.service_types.all()}
    return TYPES[0] not in codes, service.name_fr
