"""What a file would do: services it creates, facts it changes, lines it cannot take."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from services.importing import portrait
from services.importing.checking import Checker
from services.importing.entry import Entry, Refusal
from services.importing.known import Known
from services.models import Service

AT_ONCE = 200


@dataclass(frozen=True)
class Change:
    """One fact of one service that the file says otherwise."""

    column: str
    before: object
    after: object


@dataclass(frozen=True)
class Update:
    service: Service
    entry: Entry
    changes: tuple


@dataclass
class Plan:
    creations: list = field(default_factory=list)
    updates: list = field(default_factory=list)
    unchanged: list = field(default_factory=list)
    refusals: list = field(default_factory=list)
    known: Known | None = None

    @property
    def is_sound(self):
        """True when nothing is refused: only then may the file be written."""
        return not self.refusals

    def refuse(self, entry, reason):
        self.refusals.append(Refusal(entry.line, str(entry.name), reason))


def of(entries, refusals=()):
    """The plan of the entries read from a file; nothing is written.

    ``refusals`` are those of the reading itself.
    """
    plan = Plan(refusals=list(refusals), known=Known())
    checker, about = Checker(), {}
    for entry in entries:
        reasons = checker.check(entry)
        for reason in reasons:
            plan.refuse(entry, reason)
        if reasons:
            continue
        pk = plan.known.service(entry)
        if pk is None:
            _plan_creation(plan, entry)
        elif pk in about:
            words = _("The same service stands on line %(line)s too.")
            plan.refuse(entry, words % {"line": about[pk].line})
        else:
            about[pk] = entry
    _plan_updates(plan, about)
    _refuse_twins(plan)
    plan.refusals.sort(key=lambda refusal: refusal.line)
    return plan


def _plan_creation(plan, entry):
    if not entry.name:
        plan.refuse(entry, _("A new service needs its name in French (name_fr)."))
    elif not _has_organisation(plan, entry):
        plan.refuse(entry, _("A new service needs the name of its organisation."))
    else:
        plan.creations.append(entry)


def _has_organisation(plan, entry):
    return bool(
        entry.organisation.get("name_fr")
        or plan.known.organisation(entry.organisation_uuid, entry.organisation)
    )


def _plan_updates(plan, about):
    numbers = list(about)
    for start in range(0, len(numbers), AT_ONCE):
        some = Service.objects.with_everything().in_bulk(
            numbers[start : start + AT_ONCE]
        )
        for pk, service in some.items():
            _plan_update(plan, service, about[pk])


def _plan_update(plan, service, entry):
    changes = tuple(differences(portrait.of(service), entry))
    if not changes:
        plan.unchanged.append(entry)
    elif service.has_unpublished_changes:
        words = _("A draft of this entry is waiting: publish or discard it first.")
        plan.refuse(entry, words)
    else:
        plan.updates.append(Update(service, entry, changes))


def _refuse_twins(plan):
    """Two lines that create the same service: nobody knows which one is right."""
    seen = {}
    for entry in plan.creations:
        for name in {("uuid", entry.uuid), *entry.identifiers} - {("uuid", "")}:
            if name in seen:
                words = _("The same service stands on line %(line)s too.")
                plan.refuse(entry, words % {"line": seen[name]})
                break
            seen[name] = entry.line


def differences(there, entry):
    """What ``entry`` says that is not so in ``there``; the silent parts are left."""
    for part in ("organisation", "facts", "codes", "children"):
        told, stored = getattr(entry, part), getattr(there, part)
        prefix = "organisation " if part == "organisation" else ""
        for name, after in told.items():
            if after != stored[name]:
                yield Change(f"{prefix}{name}", stored[name], after)
    if entry.places is not None:
        yield from _place_differences(there.places, entry.places)
    if entry.successor is not None and entry.successor != there.successor:
        yield Change("successor", there.successor, entry.successor)
    if entry.assured_date and entry.assured_date > (there.assured_date or date.min):
        yield Change("assured_date", there.assured_date, entry.assured_date)


def _place_differences(before, after):
    same = len(before) == len(after) and all(
        _says_the_same(*pair) for pair in zip(before, after, strict=True)
    )
    if not same:
        yield Change("locations", before, after)


def _says_the_same(there, told):
    """Whether a place says nothing else than what is there, itself if it is named."""
    for name, value in told.items():
        if name == "at":
            if any(there["at"][column] != text for column, text in value.items()):
                return False
        elif (name != "uuid" or value) and there[name] != value:
            return False
    return True
