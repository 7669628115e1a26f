"""The lists and the records of the standard; nothing here knows HTTP.

A kind knows which records are asked for, what they are told with, and how each is
told. ``today`` is a day in Brussels.
"""

from services.hsds import finding, organisation_facts, place_facts, service_facts
from services.hsds.parts import Parts
from services.hsds.told import told
from services.models import ServiceAtLocation

OF_A_PLACE = {"rows": ("phones",), "references": ("communes", "bassins")}


class Services:
    def __init__(self, asked, words, today):
        self.asked, self.words, self.today = asked, words, today

    @property
    def is_minimal(self):
        return bool(self.asked.value("minimal"))

    def found(self):
        return finding.services(self.asked, self.words)

    def related(self, services):
        if self.is_minimal:
            return finding.in_a_word(services)
        services = list(finding.in_short(services))
        if self.asked.value("full"):
            self.parts = Parts(services, self.words)
        return services

    def tell(self, service):
        if self.is_minimal:
            return service_facts.minimal(service, self.asked.language_code)
        if self.asked.value("full"):
            return service_facts.whole(service, self.parts, self.today)
        return service_facts.listed(service, self.today)

    def one(self, key):
        service = finding.in_short(finding.public()).filter(uuid=key).first()
        if service is None:
            return None
        parts = Parts([service], self.words)
        return service_facts.whole(service, parts, self.today)


class Organisations(Services):
    def found(self):
        return finding.organisations(self.asked, self.words)

    @property
    def is_full(self):
        return self.asked.value("full") or self.asked.value("full_service")

    def related(self, organisations):
        if not self.is_full:
            return organisations
        organisations = list(finding.with_places(organisations))
        self._read_services(organisations)
        return organisations

    def tell(self, organisation):
        if self.is_full:
            return self._whole(organisation)
        return service_facts.organisation(organisation)

    def one(self, key):
        known = finding.public_organisations().filter(uuid=key)
        organisation = finding.with_places(known).first()
        if organisation is None:
            return None
        self._read_services([organisation])
        return self._whole(organisation)

    def _read_services(self, organisations):
        """What each offers, in full or in a word."""
        offered = finding.public().filter(organisation__in=organisations)
        offered = offered.order_by("pk")
        self.offered = {one.pk: [] for one in organisations}
        if self.asked.value("full_service"):
            services = list(finding.in_short(offered))
            parts = Parts(services, self.words)
            for one in services:
                told = service_facts.whole(one, parts, self.today)
                self.offered[one.organisation_id].append(told)
            return
        language = self.asked.language_code
        for row in finding.in_a_word(offered):
            self.offered[row[0]].append(service_facts.minimal(row, language))

    def _whole(self, organisation):
        return organisation_facts.whole(organisation, self.offered[organisation.pk])


class AtLocations(Services):
    def found(self):
        return finding.at_locations(self.asked, self.words)

    def related(self, at_locations):
        return self._with_services(
            list(at_locations.select_related("location__commune")),
            in_full=self.asked.value("full"),
        )

    def tell(self, at):
        if self.asked.value("full"):
            return self._whole(at)
        return self._short(at, place_facts.short(at.location))

    def one(self, key):
        known = ServiceAtLocation.objects.filter(uuid=key, service__live=True)
        known = list(known.select_related("location__commune"))
        found = self._with_services(known, in_full=True)
        return self._whole(found[0]) if found else None

    def _with_services(self, at_locations, *, in_full):
        """Each with its service, as services are told."""
        services = finding.in_short(finding.public())
        known = services.in_bulk({at.service_id for at in at_locations})
        if in_full:
            self.parts = Parts(list(known.values()), self.words, **OF_A_PLACE)
        for at in at_locations:
            at.told_service = known[at.service_id]
        return at_locations

    def _short(self, at, location):
        return told(
            id=str(at.uuid),
            description=at.description,
            location=location,
            service=service_facts.listed(at.told_service, self.today),
        )

    def _whole(self, at):
        service = at.told_service
        return {
            **self._short(at, place_facts.place(at.location)),
            **told(
                service_areas=service_facts.areas_of(service, self.parts),
                phones=service_facts.phones(service, self.parts, at.location_id),
            ),
        }


class Taxonomies(Services):
    def found(self):
        axes = self.words.axes.values()
        search = self.asked.value("search")
        return [axis.told() for axis in axes if _says(axis, search)]

    def related(self, told_already):
        return told_already

    def tell(self, told_already):
        return told_already

    def one(self, key):
        axes = self.words.axes.values()
        return next((axis.told() for axis in axes if axis.id == str(key)), None)


class Terms(Taxonomies):
    def found(self):
        axis, parent = self.asked.value("taxonomy_id"), self.asked.value("parent_id")
        parents = {word.parent_id for word in self.words.words}
        return [
            word.told
            for word in self.words.words
            if _says(word, self.asked.value("search"))
            and (not axis or word.axis.id == str(axis))
            and (not parent or word.parent_id == str(parent))
            # « not child terms », as the standard words it.
            and not (self.asked.value("top_only") and word.id in parents)
        ]

    def one(self, key):
        word = self.words.by_id.get(str(key))
        return word and word.told


def _says(named, search):
    said = f"{named.name} {named.description}".casefold()
    return all(word in said for word in (search or "").casefold().split())
