"""Which records of the directory the entries of a file are about."""

from portal.core.analysis import fold
from services.importing.entry import Entry
from services.models import Location, Organisation, Service, ServiceIdentifier


class Known:
    """Every service, organisation and place there is, by the names files give them."""

    def __init__(self):
        services = Service.objects.values_list(
            "pk", "uuid", "name_fr", "organisation__name_fr"
        )
        self.services, self.named = {}, {}
        for pk, uuid, name, organisation in services.iterator():
            self.services[str(uuid)] = pk
            self.named.setdefault((fold(organisation), fold(name)), pk)
        identifiers = ServiceIdentifier.objects.values_list(
            "scheme", "identifier", "service"
        )
        self.identified = {(scheme, name): pk for scheme, name, pk in identifiers}
        self.organisations, self.organisation_named = {}, {}
        for organisation in Organisation.objects.order_by("-pk"):
            self.add_organisation(organisation)
        self.locations, self.located = {}, {}
        places = Location.objects.select_related("organisation").order_by("-pk")
        for location in places:
            self.add_location(location)

    def service(self, entry: Entry):
        """The number of the service ``entry`` is about, or nothing if it is new."""
        if entry.uuid and entry.uuid in self.services:
            return self.services[entry.uuid]
        for identifier in entry.identifiers:
            if identifier in self.identified:
                return self.identified[identifier]
        if entry.uuid or entry.identifiers:
            return None
        organisation = entry.organisation.get("name_fr", "")
        return self.named.get((fold(organisation), fold(entry.name)))

    def organisation(self, uuid, facts):
        if uuid:
            return self.organisations.get(uuid)
        return self.organisation_named.get(fold(facts.get("name_fr", "")))

    def add_organisation(self, organisation):
        self.organisations[str(organisation.uuid)] = organisation
        self.organisation_named[fold(organisation.name_fr)] = organisation

    def location(self, organisation, place):
        if place["uuid"]:
            return self.locations.get(place["uuid"])
        return self.located.get((organisation.uuid, _address(place.get)))

    def add_location(self, location):
        self.locations[str(location.uuid)] = location
        address = _address(lambda name: getattr(location, name))
        owner = location.organisation and location.organisation.uuid
        self.located[owner, address] = location


def _address(read):
    names = ("address_1", "address_2", "postal_code", "url", "name_fr")
    return tuple(fold(read(name) or "") for name in names)
