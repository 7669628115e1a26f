"""Services as lists show them: the facts that decide, in questions that do not grow."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Value
from django.urls import reverse

from services import closing, vocabulary
from services.closing import Closing
from services.costs import price_of
from services.models.closure import ANNOUNCED_DAYS_BEFORE, TemporaryClosure
from services.models.cost import CostOption
from services.models.phone import Phone
from services.models.service import Service
from services.models.taxonomy import Axis, Term
from services.standing import Standing
from services.wording import said

# What a line can hold; the page of the service says the rest.
MOST_CONDITIONS = 4
SPOKEN = (Phone.Kind.VOICE, Phone.Kind.CELL)


@dataclass(frozen=True)
class Card:
    service: Service
    types: list
    access: list
    languages: list
    phones: list
    prices: list
    standing: Standing
    closing: Closing
    today: object

    @property
    def url(self):
        return reverse("service", args=[self.service.slug])

    @property
    def name(self):
        return said(self.service, "name")

    @property
    def organisation(self):
        return said(self.service.organisation, "name")

    @property
    def description(self):
        return said(self.service, "description")

    @property
    def types_in_words(self):
        return ", ".join(one.name for one in self.types)

    @property
    def languages_in_words(self):
        return ", ".join(one.label for one in self.languages)

    @property
    def delay(self):
        return self.service.shown_delay(self.today)

    @property
    def phone(self):
        return next(iter(self.phones), None)


def of(services, today, words=None):
    """The cards of ``services``, in their order: four questions, however many."""
    services = list(services)
    if not services:
        return []
    words = words or vocabulary.here()
    terms = _terms(services)
    phones = _by_service(Phone.objects.filter(type__in=SPOKEN), services)
    costs = _by_service(CostOption.objects.all(), services)
    closures = _by_service(_told(today), services)
    return [
        Card(
            service=service,
            types=words.of(Axis.SERVICE_TYPES, terms["service_types", service.pk]),
            access=_access(words, terms["conditions", service.pk]),
            languages=words.of("languages", terms["languages", service.pk]),
            phones=phones[service.pk],
            prices=price_of(words, terms["conditions", service.pk], costs[service.pk]),
            standing=Standing.of(service.assured_date, today),
            closing=closing.of(service, next(iter(closures[service.pk]), None), today),
            today=today,
        )
        for service in services
    ]


def _access(words, pks):
    conditions = words.of(Axis.CONDITIONS, pks)
    access = [one for one in conditions if one.group != Term.Group.COST]
    return access[:MOST_CONDITIONS]


def _told(today):
    soon = today + timedelta(days=ANNOUNCED_DAYS_BEFORE)
    return TemporaryClosure.objects.filter(to_date__gte=today, from_date__lte=soon)


def _terms(services):
    """The keys of the terms of each service, by field."""
    found = defaultdict(set)
    questions = [
        getattr(Service, field)
        .through.objects.filter(service__in=services)
        .order_by()
        .values_list(Value(field), "service_id", column)
        for field, column in (
            ("service_types", "term_id"),
            ("conditions", "term_id"),
            ("languages", "language_id"),
        )
    ]
    first, *others = questions
    for field, service, pk in first.union(*others, all=True):
        found[field, service].add(pk)
    return found


def _by_service(records, services):
    found = defaultdict(list)
    for record in records.filter(service__in=services):
        found[record.service_id].append(record)
    return found
