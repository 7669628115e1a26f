"""The ways to narrow the directory.

Inside a facet any choice will do, between facets all must hold.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from services.models.service import Service
from services.models.taxonomy import Axis, Term

EVERYWHERE = Q(serves_region=True) | Q(serves_country=True)


@dataclass(frozen=True)
class Facet:
    """One way to narrow: a field of services, or a part of the terms it holds."""

    name: str
    axis: str
    relation: str
    # Of the terms of the axis, those of these groups.
    groups: tuple = ()

    def choices(self, vocabulary):
        found = vocabulary.choices(self.axis)
        return [one for one in found if not self.groups or one.group in self.groups]

    def having(self, pks):
        """The services that have one of ``pks``, by their keys."""
        return self._rows.filter(**{f"{self._column}__in": pks}).values("service_id")

    def pairs(self):
        """Each service with each of its choices."""
        return self._rows.values_list("service_id", self._column)

    @property
    def _rows(self):
        return getattr(Service, self.relation).through.objects.order_by()

    @property
    def _column(self):
        through = getattr(Service, self.relation).through
        (column,) = [
            field.attname
            for field in through._meta.fields
            if field.is_relation and field.related_model is not Service
        ]
        return column


class CommuneFacet(Facet):
    """The area served answers for a commune, never the address."""

    def having(self, pks):
        """By the commune itself, by its bassin, or by serving everybody."""
        there = super().having(pks)
        around = self._bassins.filter(bassin__communes__in=pks).values("service_id")
        everywhere = Service.objects.filter(EVERYWHERE).order_by().values("pk")
        return there.union(around, everywhere)

    def pairs(self):
        """By communes and by bassins; of who serves everybody nothing is asked here.

        A commune that is told as such and by its bassin is one pair: it is left out
        where the commune is told, since looking for doubles takes twice as long.
        """
        told_twice = self._bassins.filter(
            service_id=OuterRef("service_id"), bassin_id=OuterRef("commune__bassin")
        )
        by_bassin = self._bassins.filter(bassin__communes__isnull=False)
        return (
            super()
            .pairs()
            .filter(~Exists(told_twice))
            .union(by_bassin.values_list("service_id", "bassin__communes"), all=True)
        )

    @property
    def _bassins(self):
        return Service.bassins.through.objects.order_by()


ACCESS = (Term.Group.ACCESS, Term.Group.MODALITY, "")
FACETS = (
    Facet("need", "needs", "needs"),
    Facet("type", Axis.SERVICE_TYPES, "service_types"),
    CommuneFacet("commune", "communes", "communes"),
    Facet("mode", Axis.MODES, "modes"),
    Facet("access", Axis.CONDITIONS, "conditions", ACCESS),
    Facet("cost", Axis.CONDITIONS, "conditions", (Term.Group.COST,)),
    Facet("public", Axis.PUBLICS, "publics"),
    Facet("language", "languages", "languages"),
)
BY_NAME = {facet.name: facet for facet in FACETS}


def narrowed(services, chosen):
    """Those of ``services`` that have what was chosen: keys by name of facet."""
    if not chosen:
        return services
    held = [BY_NAME[name].having(pks) for name, pks in chosen.items()]
    common = services.order_by().values("pk").intersection(*held)
    # All conditions are inside, else PostgreSQL may try each service one by one.
    return Service.objects.filter(pk__in=common)
