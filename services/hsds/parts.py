"""What belongs to services told in full, read for many at a time.

The records that services refer to are few and known already: only their keys are read.
"""

from collections import defaultdict

from django.db.models import F, Value

from services.models import (
    CostOption,
    Phone,
    RequiredDocument,
    Schedule,
    Service,
    ServiceAtLocation,
)

REFERENCES = (
    "needs",
    "service_types",
    "publics",
    "conditions",
    "modes",
    "themes",
    "languages",
    "communes",
    "bassins",
)
ROWS = {
    "phones": Phone.objects.annotate(location_uuid=F("location__uuid")),
    "schedules": Schedule.objects.annotate(location_uuid=F("location__uuid")),
    "cost_options": CostOption.objects.all(),
    "required_documents": RequiredDocument.objects.all(),
    "service_at_locations": ServiceAtLocation.objects.select_related(
        "location__commune"
    ),
}


class Parts:
    """Of ``services``; costs the same number of questions however many they are."""

    def __init__(self, services, words, *, rows=tuple(ROWS), references=REFERENCES):
        keys = [service.pk for service in services]
        self.words = words
        self.referred = _referred(keys, references)
        self.rows = {name: _by_service(ROWS[name], keys) for name in rows}
        self.spoken = _spoken(keys)

    def of(self, name, service):
        """The rows ``name`` of ``service``, in their order."""
        return self.rows[name].get(service.pk, [])

    def named(self, name, service):
        """What ``service`` refers to by its field ``name``."""
        return self.words.among(name, self.referred.get((name, service.pk), ()))

    def languages_of(self, phone):
        return self.words.among("languages", self.spoken.get(phone.pk, ()))


def _referred(keys, names):
    """The keys of what services refer to, by field and service: one question."""
    first, *others = [_pairs(name, keys) for name in names]
    found = defaultdict(set)
    for name, service, pk in first.union(*others, all=True):
        found[name, service].add(pk)
    return found


def _pairs(name, keys):
    field = Service._meta.get_field(name)
    rows = field.remote_field.through.objects.filter(service__in=keys).order_by()
    column = f"{field.m2m_reverse_field_name()}_id"
    return rows.values_list(Value(name), "service_id", column)


def _by_service(rows, keys):
    found = defaultdict(list)
    for row in rows.filter(service__in=keys):
        found[row.service_id].append(row)
    return found


def _spoken(keys):
    rows = Phone.languages.through.objects.filter(phone__service__in=keys)
    found = defaultdict(set)
    for phone, language in rows.values_list("phone_id", "language_id"):
        found[phone].add(language)
    return found
