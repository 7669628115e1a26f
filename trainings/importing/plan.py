"""What a file would do: trainings it creates or changes, lines it cannot take."""

from collections import Counter
from copy import copy
from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.core.models import Theme
from services.importing import csv_file
from services.importing.entry import Refusal
from services.importing.plan import Change
from services.models import Organisation
from trainings.importing import columns
from trainings.models import Training, TrainingNeed

LARGEST = 2_000_000  # bytes


@dataclass(frozen=True)
class Entry:
    """A line with the training it makes, not stored, and what it changes of it."""

    line: int
    training: Training
    # The records of its cells of codes, by column.
    chosen: dict
    changes: tuple = ()

    @property
    def name(self):
        return self.training.title_fr


@dataclass
class Plan:
    creations: list[Entry] = field(default_factory=list)
    updates: list[Entry] = field(default_factory=list)
    unchanged: list[Entry] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def is_sound(self):
        """True when nothing is refused: only then may the file be written."""
        return not self.refusals

    @property
    def does_something(self):
        return self.is_sound and bool(self.creations or self.updates)


def of(data):
    """The plan of a file (bytes); nothing is written. Raises UnreadableFileError."""
    if len(data) > LARGEST:
        raise too_large()
    told, refusals = csv_file.table(data, columns.HEADINGS)
    plan, known = Plan(refusals=list(refusals)), Known()
    for line, cells in told:
        _plan(plan, known, line, cells)
    plan.refusals.sort(key=lambda refusal: refusal.line)
    return plan


def too_large():
    words = _("This file is too large: make several of it.")
    return csv_file.UnreadableFileError(words)


class Known:
    """What the lines may refer to, read once."""

    def __init__(self):
        found = Training.objects.select_related("partner")
        trainings = list(found.prefetch_related("needs", "themes"))
        self.by_uuid = {training.uuid: training for training in trainings}
        titles = Counter(training.title_fr for training in trainings)
        self.by_title = {
            training.title_fr: training
            for training in trainings
            if titles[training.title_fr] == 1
        }
        names = Counter(Organisation.objects.values_list("name_fr", flat=True))
        self.organisations = {
            organisation.name_fr: organisation
            for organisation in Organisation.objects.all()
            if names[organisation.name_fr] == 1
        }
        self.records = {
            "needs": {need.slug: need for need in TrainingNeed.objects.all()},
            "themes": {theme.code: theme for theme in Theme.objects.all()},
        }
        # On which line each training of the file stands.
        self.lines = {}

    def training(self, cells):
        """The training a line is about, or None for a new one."""
        try:
            uuid = UUID(cells.get("id", "").strip())
        except ValueError:
            return self.by_title.get(cells.get("title_fr", "").strip())
        return self.by_uuid.get(uuid) or Training(uuid=uuid)


def _plan(plan, known, line, cells):
    stored = known.training(cells)
    is_new = stored is None or stored.pk is None
    training = copy(stored) if stored else Training()
    reasons, said = _said(cells)
    before = {} if is_new else columns.told(stored)
    chosen = {}
    for name, value in said.items():
        if name in columns.CODES:
            chosen[name] = _records(known, name, value, reasons)
        elif name == "partner":
            _name_partner(known, training, value)
        elif name != "id":
            setattr(training, name, value)
    reasons += _faults(training)
    reasons += _twin(known, line, training)
    if reasons:
        name = training.title_fr
        plan.refusals += [Refusal(line, name, reason) for reason in reasons]
        return
    changes = () if is_new else tuple(_changes(before, training, chosen))
    entry = Entry(line, training, chosen, changes)
    kept = plan.creations if is_new else plan.updates if changes else plan.unchanged
    kept.append(entry)


def _said(cells):
    reasons, said = [], {}
    for heading, text in cells.items():
        try:
            said[heading] = columns.value_of(heading, text)
        except columns.UnreadableCellError as error:
            reasons.append(f"{heading}: {error.message}")
    return reasons, said


def _records(known, name, codes, reasons):
    there = known.records[name]
    strange = [code for code in codes if code not in there]
    if strange:
        words = _("%(column)s: “%(code)s” is not known.")
        reasons += [words % {"column": name, "code": code[:60]} for code in strange]
    return [there[code] for code in codes if code in there]


def _name_partner(known, training, name):
    training.partner = known.organisations.get(name)
    training.partner_name = "" if training.partner else name


def _faults(training):
    try:
        training.full_clean(exclude=["slug"], validate_unique=False)
    except ValidationError as invalid:
        return [
            f"{name}: {message}" if name != "__all__" else message
            for name, messages in invalid.message_dict.items()
            for message in messages
        ]
    return []


def _twin(known, line, training):
    keys = {training.uuid} if training.pk else {training.uuid, training.title_fr}
    first = min(known.lines.setdefault(key, line) for key in keys)
    if first == line:
        return []
    return [_("The same training stands on line %(line)s too.") % {"line": first}]


def _changes(before, training, chosen):
    after = columns.told(training)
    for name, records in chosen.items():
        attribute = "slug" if name == "needs" else "code"
        told = [getattr(record, attribute) for record in records]
        stored = before[name].split(", ") if before[name] else []
        if set(told) != set(stored):
            yield Change(name, before[name], ", ".join(told))
    for name in columns.HEADINGS:
        if name not in columns.CODES and after[name] != before[name]:
            yield Change(name, before[name], after[name])
