"""The organisations and the places that services of a file belong to."""

from portal.core.models import Commune
from services.models import Location, Organisation


class Owners:
    """Those there are, and those the file brings, each made once."""

    def __init__(self, known):
        self.known = known
        self.communes = {one.postcode: one for one in Commune.objects.all()}

    def organisation(self, service, entry):
        """The one ``entry`` names, as ``entry`` describes it."""
        uuid, facts = entry.organisation_uuid, entry.organisation
        known = self.known.organisation(uuid, facts)
        if known is None and service.pk and not uuid:
            # The file gives its organisation another name.
            known = service.organisation
        organisation = known or Organisation()
        if known is None and uuid:
            organisation.uuid = uuid
        if give(organisation, facts) or known is None:
            organisation.save()
            self.known.add_organisation(organisation)
        return organisation

    def location(self, organisation, place):
        known = self.known.location(organisation, place)
        location = known or Location(organisation=organisation)
        if known is None and place["uuid"]:
            location.uuid = place["uuid"]
        facts = {name: place[name] for name in place if name not in ("at", "uuid")}
        if give(location, facts) or known is None:
            location.commune = self.communes.get(location.postal_code)
            location.save()
            self.known.add_location(location)
        return location

    def location_called(self, uuid):
        return self.known.locations.get(uuid)


def give(record, facts):
    """Give ``record`` these values; true when one of them was another."""
    changed = {name for name, value in facts.items() if getattr(record, name) != value}
    for name in changed:
        setattr(record, name, facts[name])
    return bool(changed)
