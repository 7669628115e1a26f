"""What a file would do: services it creates, facts it changes, lines it cannot take."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from portal.core.analysis import fold
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
    checker, about, organisations = Checker(), {}, {}
    for entry in entries:
        reasons = checker.check(entry)
        reasons += _otherwise_of_its_organisation(entry, organisations)
        for reason in reasons:
            plan.refuse(entry, reason)
        if reasons:
            continue
        pk = plan.known.service(entry)
        if owner := _owner_of_an_identifier(plan, entry, pk):
            words = _("The identifier « %(name)s » is that of another service.")
            plan.refuse(entry, words % {"name": owner})
        elif pk is None:
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


def _otherwise_of_its_organisation(entry, told):
    """Why what it says of its organisation is not what a line before it said."""
    name = entry.organisation_uuid or fold(entry.organisation.get("name_fr") or "")
    if not name:
        return []
    line, facts = told.setdefault(name, (entry.line, {}))
    words = _("%(column)s: line %(line)s says otherwise of the same organisation.")
    return [
        words % {"column": f"organization_{column}", "line": line}
        for column, value in entry.organisation.items()
        if value and facts.setdefault(column, value) != value
    ]


def _owner_of_an_identifier(plan, entry, pk):
    """The identifier it claims that another service has already, or nothing."""
    for row in entry.children.get("identifiers", ()):
        owner = plan.known.identified.get((row["scheme"], row["identifier"]))
        if owner is not None and owner != pk:
            return row["identifier"]
    return ""


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
    services = Service.objects.select_related("organisation", "successor")
    for start in range(0, len(numbers), AT_ONCE):
        some = services.filter(pk__in=numbers[start : start + AT_ONCE])
        stored = portrait.of_many(some)
        for service in some:
            _plan_update(plan, service, stored[service.pk], about[service.pk])


def _plan_update(plan, service, stored, entry):
    changes = tuple(differences(stored, entry))
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
    for name in ("organisation_uuid", "successor"):
        after = getattr(entry, name)
        is_said = after if name == "organisation_uuid" else after is not None
        if is_said and after != getattr(there, name):
            yield Change(name, getattr(there, name), after)
    for part in ("organisation", "facts", "codes", "children"):
        yield from _part_differences(part, getattr(there, part), getattr(entry, part))
    if entry.places is not None and not _are_the_same(there.places, entry.places):
        yield Change("locations", there.places, entry.places)
    if entry.assured_date and entry.assured_date > (there.assured_date or date.min):
        yield Change("assured_date", there.assured_date, entry.assured_date)


def _part_differences(part, stored, told):
    prefix = "organisation " if part == "organisation" else ""
    for name, after in told.items():
        if after != stored[name]:
            yield Change(f"{prefix}{name}", stored[name], after)


def _are_the_same(before, after):
    return len(before) == len(after) and all(
        _says_the_same(*pair) for pair in zip(before, after, strict=True)
    )


def _says_the_same(there, told):
    """Whether a place says nothing else than what is there, itself if it is named."""
    at = told["at"]
    if any(there["at"][name] != text for name, text in at.items()):
        return False
    named = told["uuid"] or there["uuid"]
    facts = {name: value for name, value in told.items() if name not in ("at", "uuid")}
    return named == there["uuid"] and all(
        there[name] == value for name, value in facts.items()
    )
