"""Where a service works, as HSDS tells it."""

from django.utils.translation import gettext as _

from services.hsds import identity
from services.hsds.told import told


def areas_of(service, parts):
    """Every area served; a note stands beside each, or alone."""
    named = [
        *(
            (f"commune/{one.slug}", one.name)
            for one in parts.named("communes", service)
        ),
        *((f"bassin/{one.code}", one.name) for one in parts.named("bassins", service)),
    ]
    if service.serves_region:
        named.append(("region", _("Brussels-Capital Region")))
    if service.serves_country:
        named.append(("country", _("Belgium")))
    if not named and service.area_note:
        named.append(("note", service.area_note))
    return [
        told(
            id=identity.part_of(service, "service_areas", key),
            name=str(name),
            description=service.area_note,
        )
        for key, name in named
    ]
