"""The organisations and the places that services of a file belong to."""

from portal.core.models import Commune
from services.importing import tables
from services.models import Location, Organisation, Service
from services.slugs import Slugs, wanted_slug


class Owners:
    """Those there are, and those the file brings, each made once."""

    def __init__(self, known):
        self.known = known
        self.communes = {one.postcode: one for one in Commune.objects.all()}
        self.organisations, self.locations = [], []
        # Records that were there, each with the names of what changed, by uuid.
        self.changed = {}

    def organisation(self, service, entry):
        """The one ``entry`` names, as ``entry`` describes it."""
        uuid, facts = entry.organisation_uuid, entry.organisation
        known = self.known.organisation(uuid, facts)
        if known is None and service.pk and not uuid:
            # The file gives its organisation another name.
            known = service.organisation
        organisation = known or Organisation()
        if known is None:
            self.organisations.append(organisation)
            organisation.uuid = uuid or organisation.uuid
        if self._give(organisation, facts) or known is None:
            self.known.add_organisation(organisation)
        return organisation

    def location(self, organisation, place):
        known = self.known.location(organisation, place)
        location = known or Location(organisation=organisation)
        if known is None:
            self.locations.append(location)
            location.uuid = place["uuid"] or location.uuid
        facts = {name: place[name] for name in place if name not in ("at", "uuid")}
        code = facts.get("postal_code", location.postal_code)
        if self._give(location, {**facts, "commune": self.communes.get(code)}) or (
            known is None
        ):
            self.known.add_location(location)
        return location

    def location_called(self, uuid):
        return self.known.locations.get(uuid)

    def store(self):
        """Write those that are new, many at a time, and what changed of the others."""
        if self.organisations:
            slugs = Slugs(Organisation.objects.values_list("slug", flat=True))
            for organisation in self.organisations:
                organisation.slug = slugs.free(wanted_slug(organisation))
        Organisation.objects.bulk_create(self.organisations, batch_size=tables.AT_ONCE)
        Location.objects.bulk_create(self.locations, batch_size=tables.AT_ONCE)
        tables.change(self.changed.values())

    def services_told_otherwise(self):
        """All services, in the file or not, whose owner or place changed: uuids."""
        found = set()
        for path, model in (
            ("organisation", Organisation),
            ("service_at_locations__location", Location),
        ):
            changed = [
                one.pk for one, _names in self.changed.values() if type(one) is model
            ]
            for some in tables.portions(changed):
                services = Service.objects.filter(**{f"{path}__in": some})
                found.update(services.values_list("uuid", flat=True))
        return found

    def _give(self, record, facts):
        """Give ``record`` these values; true when one of them was another."""
        changed = {
            name for name, value in facts.items() if getattr(record, name) != value
        }
        for name in changed:
            setattr(record, name, facts[name])
        if changed and record.pk:
            _record, names = self.changed.setdefault(record.uuid, (record, set()))
            names |= changed
        return bool(changed)
