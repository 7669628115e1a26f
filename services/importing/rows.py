"""The rows that belong to services, written many at a time."""

from collections import defaultdict

from services.columns import AT_PLACE, CHILDREN, CODES
from services.importing import tables
from services.models import Phone, Service, ServiceAtLocation, ServiceIdentifier

PLACES = "service_at_locations"


class Rows:
    def __init__(self, owners):
        self.owners = owners
        self.records = {
            name: {getattr(one, codes.known_by): one for one in codes.records()}
            for name, codes in CODES.items()
        }
        self.new, self.changed = {}, []
        # Pairs of two records, by the model that holds their keys.
        self.links = {}
        # The services whose rows of a kind give way to others, by that kind.
        self.replaced = {}
        self.left = []
        # Phones and the languages of each, known once the phones have numbers.
        self.spoken = []
        # What services that were there refer to and hold from now on, by field.
        self.told = defaultdict(dict)

    def gather_new(self, service, entry):
        """Keep all that ``entry`` says of a service that is not written yet."""
        for name, codes in entry.codes.items():
            self._refer(service, name, codes)
        self._place(service, entry.places or [], there=())
        for name, rows in entry.children.items():
            self._children(service, name, rows)
        self._name(service, entry)

    def gather_changed(self, service, entry, changed):
        """Keep what ``entry`` says of ``changed``; what was said of it will go."""
        for name in entry.codes.keys() & changed:
            self._replace(_through(name), service)
            self.told[service.pk][name] = self._refer(service, name, entry.codes[name])
        if "locations" in changed:
            there = service.service_at_locations.all()
            self.told[service.pk][PLACES] = self._place(service, entry.places, there)
        for name in entry.children.keys() & changed:
            self._replace(CHILDREN[name].model, service)
            told = self._children(service, name, entry.children[name])
            self.told[service.pk][name] = told

    def told_of(self, service):
        """What ``service`` holds from now on where that is not what it held."""
        return self.told.get(service.pk, {})

    def store(self):
        for model, numbers in self.replaced.items():
            self._forget(model, numbers)
        tables.forget(ServiceAtLocation, "id", self.left)
        tables.change((at, ("sort_order", *AT_PLACE)) for at in self.changed)
        for model, rows in self.new.items():
            model.objects.bulk_create(rows, batch_size=tables.AT_ONCE)
        self._link_phones()
        for through, pairs in self.links.items():
            tables.link(through, pairs)

    def _forget(self, model, services):
        if model is Phone:
            for some in tables.portions(services):
                spoken = Phone.languages.through.objects
                spoken.filter(phone__service__in=some).delete()
        tables.forget(model, "service_id", services)

    def _link_phones(self):
        through = Phone.languages.through
        for phone, languages in self.spoken:
            for language in languages:
                self._link(through, phone, language)

    def _link(self, through, one, other):
        self.links.setdefault(through, []).append((one, other))

    def _add(self, row):
        self.new.setdefault(type(row), []).append(row)

    def _replace(self, model, service):
        self.replaced.setdefault(model, []).append(service.pk)

    def _refer(self, service, name, codes):
        records = [self.records[name][code] for code in codes]
        for record in records:
            self._link(_through(name), service, record)
        return records

    def _place(self, service, places, there):
        there, placed, told = {at.location_id: at for at in there}, set(), []
        for rank, place in enumerate(places):
            location = self.owners.location(service.organisation, place)
            if location.uuid in placed:
                # The same place told twice is one place.
                continue
            placed.add(location.uuid)
            at = location.pk and there.pop(location.pk, None)
            at = at or ServiceAtLocation(service=service, location=location)
            at.sort_order = rank
            for name, text in place["at"].items():
                setattr(at, name, text)
            told.append(at)
            if at.pk:
                self.changed.append(at)
            else:
                self._add(at)
        self.left += [at.pk for at in there.values()]
        return told

    def _children(self, service, name, rows):
        kind, children = CHILDREN[name], []
        for rank, told in enumerate(rows):
            child = kind.model(service=service)
            if hasattr(child, "sort_order"):
                child.sort_order = rank
            for column in kind.columns:
                setattr(child, column, told[column])
            if kind.has_place and told["place"]:
                child.location = self.owners.location_called(told["place"])
            child.clean()
            self._add(child)
            children.append(child)
            if kind.codes:
                child.languages = [
                    self.records["languages"][code] for code in told["languages"]
                ]
                self.spoken.append((child, child.languages.all()))
        return children

    def _name(self, service, entry):
        told = {
            (row["scheme"], row["identifier"])
            for row in entry.children.get("identifiers", [])
        }
        for scheme, identifier in entry.identifiers:
            if (scheme, identifier) not in told:
                self._add(
                    ServiceIdentifier(
                        service=service, scheme=scheme, identifier=identifier
                    )
                )


def _through(name):
    return Service._meta.get_field(name).remote_field.through
