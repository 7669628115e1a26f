"""Writing what a plan says, all of it or nothing."""

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.dispatch import Signal
from django.utils.translation import gettext as _

from portal.core import edition
from services import verifying
from services.importing import history
from services.importing.entry import Refusal
from services.importing.owners import Owners
from services.importing.rows import Rows
from services.models import PrivateNote, Service, Verification
from services.slugs import first_free, wanted_slug

# Sent once the services ``numbers`` are whole, in the same transaction: rows written
# many at a time send no signal of their own.
services_written = Signal()


class RefusedFileError(Exception):
    """Lines that could not be written; nothing was. ``refusals`` say which and why."""

    def __init__(self, refusals):
        self.refusals = refusals
        super().__init__(f"{len(refusals)} refusals")


def write(plan, *, by=None):
    """Carry out ``plan`` in the name of ``by``; the numbers of the services written.

    Raises ``RefusedFileError`` and writes nothing when one line cannot be taken.
    """
    if not plan.is_sound:
        raise RefusedFileError(plan.refusals)
    try:
        return _write(plan, by)
    except (IntegrityError, DataError) as error:
        # Somebody wrote meanwhile what was free when the plan was made.
        words = _("The directory changed meanwhile, or refuses this: send it again.")
        raise RefusedFileError([Refusal(0, "", words)]) from error


@transaction.atomic
def _write(plan, by):
    writer = Writer(plan)
    for update in plan.updates:
        history.keep_before(update.service)
        writer.put(update.service, update.entry, is_new=False)
    for entry in plan.creations:
        writer.put(Service(), entry, is_new=True)
    writer.finish(by)
    numbers = [service.pk for service, _entry in writer.written]
    history.keep_after(plan.updates, by=by)
    history.keep_creations(writer.created, by=by)
    if numbers:
        edition.words_changed()
        services_written.send(sender=Service, numbers=numbers)
    return numbers


class Writer:
    def __init__(self, plan):
        self.owners = Owners(plan.known)
        self.rows = Rows(self.owners)
        self.slugs = set(Service.objects.values_list("slug", flat=True))
        self.written, self.created, self.refusals = [], [], []

    def put(self, service, entry, *, is_new):
        """Write the service itself; its rows wait to be written with all others."""
        if is_new:
            self._begin(service, entry)
        service.organisation = self.owners.organisation(service, entry)
        for name, value in entry.facts.items():
            setattr(service, name, value)
        if not self._is_sound(service, entry):
            return
        if is_new:
            service.slug = first_free(wanted_slug(service), self.slugs)
            self.slugs.add(service.slug)
        service.save()
        self.written.append((service, entry))
        if is_new:
            self.created.append(service)
        self.rows.gather(service, entry, is_new=is_new)

    def finish(self, by):
        self._refuse_all()
        self.rows.write()
        self._name_successors()
        self._refuse_all()
        self._vouch(by)
        self._note()

    def _begin(self, service, entry):
        if entry.uuid:
            service.uuid = entry.uuid
        if entry.assured_date:
            service.assured_date = entry.assured_date
            service.assured_by = Verification.Method.IMPORT

    def _is_sound(self, service, entry):
        """Whether the facts go together; each alone was found right before."""
        try:
            service.clean()
        except ValidationError as invalid:
            for message in invalid.messages:
                self._refuse(entry, message)
            return False
        return True

    def _name_successors(self):
        """Once all are there, since one may be taken over by another of the file."""
        for service, entry in self.written:
            if entry.successor is None:
                continue
            told = str(service.successor.uuid) if service.successor else ""
            if entry.successor == told:
                continue
            successor = Service.objects.filter(uuid=entry.successor or None).first()
            if entry.successor and successor is None:
                self._refuse(entry, _("The service that takes over is not known."))
                continue
            service.successor = successor
            if self._is_sound(service, entry):
                service.save()

    def _vouch(self, by):
        """Log the day each was verified on, unless a later one is known."""
        for service, entry in self.written:
            known = service.assured_date
            if entry.assured_date and (known is None or entry.assured_date > known):
                method = Verification.Method.IMPORT
                verifying.verify(service, on=entry.assured_date, method=method, by=by)
        # Those that are new were dated before they were written.
        Verification.objects.bulk_create(
            Verification(
                service=service,
                on=service.assured_date,
                method=service.assured_by,
                by=by,
            )
            for service in self.created
            if service.assured_date
        )

    def _note(self):
        new = {service.pk for service in self.created}
        PrivateNote.objects.bulk_create(
            PrivateNote(service=service, text=entry.note)
            for service, entry in self.written
            if entry.note and service.pk in new
        )

    def _refuse(self, entry, reason):
        self.refusals.append(Refusal(entry.line, entry.name, reason))

    def _refuse_all(self):
        if self.refusals:
            raise RefusedFileError(self.refusals)
