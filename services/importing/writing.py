"""Writing what a plan says, all of it or nothing."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.core.models import Commune
from services import verifying
from services.columns import CHILDREN, CODES
from services.importing.entry import Refusal
from services.models import (
    Location,
    Organisation,
    PrivateNote,
    Service,
    ServiceAtLocation,
    Verification,
)


class RefusedFileError(Exception):
    """Lines that could not be written; nothing was. ``refusals`` say which and why."""

    def __init__(self, refusals):
        self.refusals = refusals
        super().__init__(f"{len(refusals)} refusals")


@transaction.atomic
def write(plan, *, by=None):
    """Carry out ``plan`` in the name of ``by``; the services created and changed.

    Raises ``RefusedFileError`` and writes nothing when one line cannot be taken.
    """
    if not plan.is_sound:
        raise RefusedFileError(plan.refusals)
    writer = Writer(plan.known)
    written = []
    for entry in plan.creations:
        written.append((entry, writer.put(Service(), entry), True))
    for update in plan.updates:
        written.append((update.entry, writer.put(update.service, update.entry), False))
    writer.name_successors(written)
    if writer.refusals:
        raise RefusedFileError(writer.refusals)
    for entry, service, is_new in written:
        writer.vouch(entry, service, by)
        keep_history(service, by=by, is_new=is_new)
    return [service for _entry, service, _is_new in written]


class Writer:
    def __init__(self, known):
        self.known = known
        self.refusals = []
        self.communes = {one.postcode: one for one in Commune.objects.all()}
        self.records = {
            name: {getattr(one, codes.known_by): one for one in codes.records()}
            for name, codes in CODES.items()
        }

    def put(self, service, entry):
        """Write one service and all its rows; refused words are kept for the end."""
        is_new = service.pk is None
        if is_new and entry.uuid:
            service.uuid = entry.uuid
        service.organisation = self._organisation(entry, service)
        _set(service, entry.facts)
        if self._is_sound(service, entry):
            service.save()
            self._rows(service, entry)
            if is_new:
                self._name(service, entry)
        return service

    def _rows(self, service, entry):
        for name, codes in entry.codes.items():
            self._refer(service, name, codes)
        if entry.places is not None:
            self._place(service, entry.places)
        for name, rows in entry.children.items():
            self._replace(service, name, rows)

    def name_successors(self, written):
        """Once all are there, since one may be taken over by another of the file."""
        for entry, service, _is_new in written:
            if entry.successor is None or service.pk is None:
                continue
            successor = Service.objects.filter(uuid=entry.successor or None).first()
            if entry.successor and successor is None:
                self._refuse(entry, _("The service that takes over is not known."))
                continue
            service.successor = successor
            if self._is_sound(service, entry):
                service.save()

    def vouch(self, entry, service, by):
        known = service.assured_date
        if entry.assured_date and (known is None or entry.assured_date > known):
            method = Verification.Method.IMPORT
            verifying.verify(service, on=entry.assured_date, method=method, by=by)

    def _is_sound(self, service, entry):
        try:
            service.full_clean(exclude=["slug", "organisation"])
        except ValidationError as invalid:
            for message in invalid.messages:
                self._refuse(entry, message)
            return False
        return True

    def _refuse(self, entry, reason):
        self.refusals.append(Refusal(entry.line, entry.name, reason))

    def _organisation(self, entry, service):
        known = self.known.organisation(entry.organisation_uuid, entry.organisation)
        if known is None and service.pk and not entry.organisation_uuid:
            # The file gives its organisation another name.
            known = service.organisation
        organisation = known or Organisation()
        if known is None and entry.organisation_uuid:
            organisation.uuid = entry.organisation_uuid
        if _set(organisation, entry.organisation) or known is None:
            organisation.save()
            self.known.add_organisation(organisation)
        return organisation

    def _refer(self, service, name, codes):
        records = [self.records[name][code] for code in codes]
        setattr(service, name, records)
        getattr(service, name).commit()

    def _place(self, service, places):
        kept = []
        for rank, place in enumerate(places):
            location = self._location(service.organisation, place)
            at, _created = ServiceAtLocation.objects.get_or_create(
                service=service, location=location
            )
            at.sort_order = rank
            _set(at, place["at"])
            at.save()
            kept.append(at.pk)
        service.service_at_locations.get_live_queryset().exclude(pk__in=kept).delete()

    def _location(self, organisation, place):
        known = self.known.location(organisation, place)
        location = known or Location(organisation=organisation)
        if known is None and place["uuid"]:
            location.uuid = place["uuid"]
        facts = {name: place[name] for name in place if name not in ("at", "uuid")}
        if _set(location, facts) or known is None:
            location.commune = self.communes.get(location.postal_code)
            location.save()
            self.known.add_location(location)
        return location

    def _replace(self, service, name, rows):
        kind = CHILDREN[name]
        kind.model.objects.filter(service=service).delete()
        ranked = any(one.name == "sort_order" for one in kind.model._meta.fields)
        for rank, row in enumerate(rows):
            child = kind.model(service=service)
            _set(child, {column: row[column] for column in kind.columns})
            if ranked:
                child.sort_order = rank
            if kind.has_place and row["place"]:
                child.location = self.known.locations.get(row["place"])
            child.save()
            for codes in kind.codes:
                records = [self.records[codes][code] for code in row[codes]]
                getattr(child, codes).set(records)
                getattr(child, codes).commit()

    def _name(self, service, entry):
        for scheme, identifier in entry.identifiers:
            service.identifiers.model.objects.get_or_create(
                scheme=scheme, identifier=identifier, defaults={"service": service}
            )
        if entry.note:
            PrivateNote.objects.create(service=service, text=entry.note)


def keep_history(service, *, by, is_new):
    """Enter the new state in the history of the entry, as what is public now."""
    fresh = Service.objects.get(pk=service.pk)
    action = "wagtail.create" if is_new else "wagtail.edit"
    revision = fresh.save_revision(user=by, changed=False, log_action=action)
    Service.objects.filter(pk=service.pk).update(live_revision=revision)


def _set(record, facts):
    """Give ``record`` these values; true when one of them was another."""
    changed = False
    for name, value in facts.items():
        if getattr(record, name) != value:
            setattr(record, name, value)
            changed = True
    return changed
