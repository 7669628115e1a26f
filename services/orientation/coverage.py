"""Which services answer a need, are of a type, come in a mode and work in a commune.

Sets of services, made once per edition, so that any crossing is counted without asking
the database again. The area served answers for a commune, never the address.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from portal.core import edition
from portal.core.models import Commune
from services.models.service import Service


@dataclass(frozen=True)
class Coverage:
    """Keys of services by the keys of needs, types, modes, communes, conditions."""

    all: frozenset = frozenset()
    needs: dict = field(default_factory=dict)
    types: dict = field(default_factory=dict)
    modes: dict = field(default_factory=dict)
    conditions: dict = field(default_factory=dict)
    communes: dict = field(default_factory=dict)

    def count(self, *, need=None, type_=None, mode=None, commune=None, condition=None):
        """How many services have all that is named; what is None is not asked."""
        found = self.all
        for held, record in (
            (self.needs, need),
            (self.types, type_),
            (self.modes, mode),
            (self.conditions, condition),
            (self.communes, commune),
        ):
            if record is not None:
                found = found & held.get(record.pk, frozenset())
        return len(found)


def here():
    """The coverage of the directory as it is published."""
    return edition.kept("coverage", _read)


def _read():
    listed = frozenset(Service.objects.listed().order_by().values_list("pk", flat=True))
    return Coverage(
        all=listed,
        needs=_held(Service.needs, "need_id", listed),
        types=_held(Service.service_types, "term_id", listed),
        modes=_held(Service.modes, "term_id", listed),
        conditions=_held(Service.conditions, "term_id", listed),
        communes=_by_commune(listed),
    )


def _held(relation, column, listed):
    held = defaultdict(set)
    rows = relation.through.objects.order_by().values_list(column, "service_id")
    for pk, service in rows:
        held[pk].add(service)
    return {pk: frozenset(services) & listed for pk, services in held.items()}


def _by_commune(listed):
    named = _held(Service.communes, "commune_id", listed)
    by_bassin = _held(Service.bassins, "bassin_id", listed)
    whole = Q(serves_region=True) | Q(serves_country=True)
    everywhere = Service.objects.listed().filter(whole).order_by()
    everywhere = frozenset(everywhere.values_list("pk", flat=True))
    none = frozenset()
    return {
        pk: everywhere | named.get(pk, none) | by_bassin.get(bassin, none)
        for pk, bassin in Commune.objects.order_by().values_list("pk", "bassin_id")
    }
