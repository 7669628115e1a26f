"""The rows that belong to services, written many at a time."""

from django.db import connection

from services.columns import CHILDREN, CODES
from services.models import Phone, Service, ServiceAtLocation, ServiceIdentifier

AT_ONCE = 500


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
            self._refer(service, name, entry.codes[name])
        if "locations" in changed:
            self._place(service, entry.places, service.service_at_locations.all())
        for name in entry.children.keys() & changed:
            self._replace(CHILDREN[name].model, service)
            self._children(service, name, entry.children[name])

    def store(self):
        for model, numbers in self.replaced.items():
            for some in _portions(numbers):
                model.objects.filter(service__in=some).delete()
        for some in _portions(self.left):
            ServiceAtLocation.objects.filter(pk__in=some).delete()
        for at in self.changed:
            at.save()
        for model, rows in self.new.items():
            model.objects.bulk_create(rows, batch_size=AT_ONCE)
        self._link_phones()
        for through, pairs in self.links.items():
            _store_links(through, pairs)

    def _link_phones(self):
        through = Phone.languages.through
        for phone, codes in self.spoken:
            for code in codes:
                self._link(through, phone, self.records["languages"][code])

    def _link(self, through, one, other):
        self.links.setdefault(through, []).append((one, other))

    def _add(self, row):
        self.new.setdefault(type(row), []).append(row)

    def _replace(self, model, service):
        self.replaced.setdefault(model, []).append(service.pk)

    def _refer(self, service, name, codes):
        for code in codes:
            self._link(_through(name), service, self.records[name][code])

    def _place(self, service, places, there):
        there, placed = {at.location_id: at for at in there}, set()
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
            if at.pk:
                self.changed.append(at)
            else:
                self._add(at)
        self.left += [at.pk for at in there.values()]

    def _children(self, service, name, rows):
        kind = CHILDREN[name]
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
            if kind.codes:
                self.spoken.append((child, told["languages"]))

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


def _store_links(through, pairs):
    """Nine rows of ten are of this kind: as models they take half of the whole time."""
    columns = [field.column for field in through._meta.fields if field.is_relation]
    names = map(connection.ops.quote_name, [through._meta.db_table, *columns])
    # The names are those of the model, the values are bound.
    insert = "INSERT INTO {} ({}, {}) VALUES (%s, %s)".format(*names)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(insert, [(one.pk, other.pk) for one, other in pairs])


def _portions(numbers):
    return (numbers[at : at + AT_ONCE] for at in range(0, len(numbers), AT_ONCE))
