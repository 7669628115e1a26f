"""Words that terms and places lend to the services that refer to them.

Read for many services at a time: each term once, however many services have it.
"""

from collections import defaultdict
from functools import cache

from django.db.models import prefetch_related_objects

from portal.core.searchable import Field
from services.models import Service, ServiceAtLocation

# How much the name of a term tells, and its other words.
TERMS = {
    "service_types": (Field.TERM, Field.SUMMARY),
    "publics": (Field.TERM, Field.SUMMARY),
    "themes": (Field.TERM, Field.SUMMARY),
    "needs": (Field.SUMMARY, Field.TEXT),
    "conditions": (Field.SUMMARY, Field.TEXT),
    "modes": (Field.SUMMARY, Field.SUMMARY),
    "languages": (Field.TEXT, Field.TEXT),
}


class LentWords:
    """What is lent to each of ``services``, as many questions for one as for all."""

    def __init__(self, services):
        pks = [service.pk for service in services]
        self._referred = {name: _referred(name, pks) for name in TERMS}
        self._communes = _referred("communes", pks)
        self._bassins = _referred("bassins", pks)
        _with_communes(self._bassins)
        self._locations = _locations(pks)
        # Nobody keeps it longer than this portion of services.
        self._of_term, self._of_bassin = cache(_of_term), cache(_of_bassin)

    def to(self, service, language):
        """(Field, text) of each word or more; in ``language``, which is in force."""
        for name, referred in self._referred.items():
            for term in referred[service.pk]:
                yield from self._of_term(term, name, language)
        for commune in self._communes[service.pk]:
            yield from _of_commune(commune, Field.TERM, language)
        for bassin in self._bassins[service.pk]:
            yield from self._of_bassin(bassin, language)
        for location in self._locations[service.pk]:
            yield Field.TEXT, f"{location} {location.address}"


def said(record, name, language):
    """Its words in ``language``, without those that stand for missing ones."""
    return getattr(record, f"{name}_{language}", "")


def _referred(name, pks):
    """{pk of a service: the records that its field ``name`` refers to}"""
    field = Service._meta.get_field(name)
    owner, target = field.m2m_column_name(), field.m2m_reverse_name()
    links = field.remote_field.through.objects.filter(**{f"{owner}__in": pks})
    links = list(links.values_list(owner, target))
    records = field.related_model._base_manager.in_bulk({pk for _, pk in links})
    found = defaultdict(list)
    for service_pk, pk in links:
        found[service_pk].append(records[pk])
    return found


def _with_communes(bassins):
    every = {bassin for referred in bassins.values() for bassin in referred}
    prefetch_related_objects([*every], "communes")


def _locations(pks):
    found = defaultdict(list)
    of_them = ServiceAtLocation.objects.filter(service__in=pks)
    for at in of_them.select_related("location__commune"):
        found[at.service_id].append(at.location)
    return found


def _of_term(term, name, language):
    of_name, of_synonyms = TERMS[name]
    words = said(term, "synonyms", language).split(",")
    synonyms = [(of_synonyms, word.strip()) for word in words if word.strip()]
    return (of_name, said(term, "name", language)), *synonyms


def _of_commune(commune, field, language):
    return (field, said(commune, "name", language)), (field, commune.postcode)


def _of_bassin(bassin, language):
    """Where it works; the communes of it tell less."""
    of_communes = (
        _of_commune(commune, Field.SUMMARY, language)
        for commune in bassin.communes.all()
    )
    return (Field.TERM, said(bassin, "name", language)), *(
        words for pair in of_communes for words in pair
    )
