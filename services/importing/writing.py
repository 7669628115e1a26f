"""Writing what a plan says, all of it or nothing.

Everything is made ready first, in memory; then it is written many rows at a time in
one transaction, so that others wait for it as shortly as can be.
"""

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core import edition, searchable
from services import searching, verifying
from services.importing import tables
from services.importing.entry import Refusal
from services.importing.history import History
from services.importing.owners import Owners
from services.importing.rows import Rows
from services.importing.tables import AT_ONCE
from services.models import PrivateNote, Service, Verification
from services.slugs import Slugs, wanted_slug

# So many entries are read whole at a time.
PORTION = 200


class RefusedFileError(Exception):
    """Lines that could not be written; nothing was. ``refusals`` say which and why."""

    def __init__(self, refusals):
        self.refusals = refusals
        super().__init__(f"{len(refusals)} refusals")


class ChangedMeanwhileError(Exception):
    """An entry is not any more as it was when the plan was made."""


def write(plan, *, by=None):
    """Carry out ``plan`` in the name of ``by``; the numbers of the services written.

    Raises ``RefusedFileError`` and writes nothing when one line cannot be taken.
    """
    if not plan.is_sound:
        raise RefusedFileError(plan.refusals)
    writer = Writer(plan)
    try:
        writer.gather()
        return writer.store(by)
    except (IntegrityError, DataError, ChangedMeanwhileError) as error:
        # Somebody wrote meanwhile what was free when the plan was made.
        words = _("The directory changed meanwhile, or refuses this: send it again.")
        raise RefusedFileError([Refusal(0, "", words)]) from error


class Writer:
    def __init__(self, plan):
        self.plan = plan
        self.owners = Owners(plan.known)
        self.rows = Rows(self.owners)
        self.history = History()
        # Pairs of a service and what the file says of it.
        self.updated, self.created, self.refusals = [], [], []
        # The fields that change of each service there was, by its number.
        self.facts = {}

    def gather(self):
        """Make everything ready; raises ``RefusedFileError``."""
        for start in range(0, len(self.plan.updates), PORTION):
            self._gather_updates(self.plan.updates[start : start + PORTION])
        for entry in self.plan.creations:
            self._gather_creation(entry)
        self._refuse_all()

    @transaction.atomic
    def store(self, by):
        """Write what was gathered; the numbers of the services written."""
        if self.updated or self.created:
            self._store(by)
            edition.words_changed()
            # Rows written many at a time send no word of it.
            written = {service.uuid for service, _entry in self._written}
            told = written | self.owners.services_told_otherwise()
            searchable.tell(searching.SERVICES, sorted(told))
        return [service.pk for service, _entry in self._written]

    @property
    def _written(self):
        return [*self.updated, *self.created]

    def _store(self, by):
        self._refuse_what_changed_meanwhile()
        self.history.keep_before()
        self.owners.store()
        self._store_services()
        self.rows.store()
        self._name_successors()
        self._refuse_all()
        self._vouch(by)
        self._note()
        changed = [service for service, _entry in self.updated]
        self.history.keep_after(changed, self.rows.told_of, by=by)
        self.history.keep_creations([one for one, _entry in self.created], by=by)

    def _gather_updates(self, updates):
        numbers = [update.service.pk for update in updates]
        stored = Service.objects.with_everything().in_bulk(numbers)
        for update in updates:
            service = stored.get(update.service.pk)
            if service is None or _state(service) != _state(update.service):
                raise ChangedMeanwhileError
            self.history.remember(service)
            self._gather_update(service, update)
            # The rest was only needed for that, and is a hundred times as much.
            service._prefetched_objects_cache.clear()

    def _gather_update(self, service, update):
        entry = update.entry
        changed = {change.column for change in update.changes}
        facts = entry.facts.keys() & changed
        for name in facts:
            setattr(service, name, entry.facts[name])
        service.organisation = self.owners.organisation(service, entry)
        if self._is_sound(service, entry):
            self.facts[service.pk] = (*facts, "organisation", "changed_at")
            self.history.retell(service)
            self.updated.append((service, entry))
            self.rows.gather_changed(service, entry, changed)

    def _gather_creation(self, entry):
        service = Service(**entry.facts)
        if entry.uuid:
            service.uuid = entry.uuid
        if entry.assured_date:
            service.assured_date = entry.assured_date
            service.assured_by = Verification.Method.IMPORT
        service.organisation = self.owners.organisation(service, entry)
        if self._is_sound(service, entry):
            self.created.append((service, entry))
            self.rows.gather_new(service, entry)

    def _is_sound(self, service, entry):
        """Whether the facts go together; each alone was found right before."""
        try:
            service.clean()
        except ValidationError as invalid:
            for message in invalid.messages:
                self._refuse(entry, message)
            return False
        return True

    def _refuse_what_changed_meanwhile(self):
        known = {service.pk: _state(service) for service, _entry in self.updated}
        for some in tables.portions(list(known)):
            stored = Service.objects.filter(pk__in=some)
            found = stored.values_list("pk", "changed_at", "latest_revision")
            for number, *state in found:
                if tuple(state) != known.pop(number):
                    raise ChangedMeanwhileError
        if known:
            raise ChangedMeanwhileError

    def _store_services(self):
        now = timezone.now()
        changed = [service for service, _entry in self.updated]
        for service in changed:
            service.changed_at = now
        tables.change((service, self.facts[service.pk]) for service in changed)
        slugs = Slugs(Service.objects.values_list("slug", flat=True))
        new = [service for service, _entry in self.created]
        for service in new:
            service.slug = slugs.free(wanted_slug(service))
        Service.objects.bulk_create(new, batch_size=AT_ONCE)

    def _name_successors(self):
        """Once all are there, since one may be taken over by another of the file."""
        for service, entry in self._written:
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
                Service.objects.filter(pk=service.pk).update(successor=successor)

    def _vouch(self, by):
        """Log the day each was verified on, unless a later one is known."""
        method = Verification.Method.IMPORT
        newer = [
            (service, entry.assured_date)
            for service, entry in self.updated
            if entry.assured_date
            and (not service.assured_date or entry.assured_date > service.assured_date)
        ]
        verifying.verify_many(newer, method=method, by=by)
        # Those that are new were dated before they were written.
        dated = [
            (service, service.assured_date)
            for service, _entry in self.created
            if service.assured_date
        ]
        verifying.log_many(dated, method=method, by=by)

    def _note(self):
        PrivateNote.objects.bulk_create(
            [
                PrivateNote(service=service, text=entry.note)
                for service, entry in self.created
                if entry.note
            ],
            batch_size=AT_ONCE,
        )

    def _refuse(self, entry, reason):
        self.refusals.append(Refusal(entry.line, entry.name, reason))

    def _refuse_all(self):
        if self.refusals:
            raise RefusedFileError(self.refusals)


def _state(service):
    """What is another one once the entry was changed, or a draft of it was saved."""
    return service.changed_at, service.latest_revision_id
