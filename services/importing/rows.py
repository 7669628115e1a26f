"""The rows that belong to services, written many at a time."""

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
        self.new = {}
        # Phones and the languages of each, known once the phones have numbers.
        self.spoken = []
        self.placed = set()

    def gather(self, service, entry, *, is_new):
        """Keep what ``entry`` says for ``write``; what was said before goes at once."""
        for name, codes in entry.codes.items():
            self._refer(service, name, codes, is_new)
        if entry.places is not None:
            self._place(service, entry.places)
        for name, rows in entry.children.items():
            if not is_new:
                CHILDREN[name].model.objects.filter(service=service).delete()
            self._children(service, name, rows)
        if is_new:
            self._name(service, entry)

    def write(self):
        for model, rows in self.new.items():
            model.objects.bulk_create(rows, batch_size=AT_ONCE)
        through = Phone.languages.through
        through.objects.bulk_create(
            through(phone=phone, language=self.records["languages"][code])
            for phone, codes in self.spoken
            for code in codes
        )

    def _add(self, row):
        self.new.setdefault(type(row), []).append(row)

    def _refer(self, service, name, codes, is_new):
        field = Service._meta.get_field(name)
        through = field.remote_field.through
        if not is_new:
            through.objects.filter(service=service).delete()
        for code in codes:
            record = self.records[name][code]
            self._add(
                through(service=service, **{field.m2m_reverse_field_name(): record})
            )

    def _place(self, service, places):
        stored = ServiceAtLocation.objects.filter(service=service)
        there = {at.location_id: at for at in stored}
        for rank, place in enumerate(places):
            location = self.owners.location(service.organisation, place)
            if (service.pk, location.pk) in self.placed:
                # The same place told twice is one place.
                continue
            self.placed.add((service.pk, location.pk))
            at = there.pop(location.pk, None) or ServiceAtLocation(
                service=service, location=location
            )
            at.sort_order = rank
            for name, text in place["at"].items():
                setattr(at, name, text)
            if at.pk:
                at.save()
            else:
                self._add(at)
        if there:
            stored.filter(location__in=there).delete()

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
