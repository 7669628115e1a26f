"""What a partner's calendar would change, told before anything is stored."""

from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.models import PartnerEntry
from events.models.partner_entry import THEIRS
from events.partners.reading import is_newer
from events.partners.wording import Communes


@dataclass(frozen=True)
class Difference:
    label: str
    before: str
    after: str


@dataclass
class Change:
    """An entry with its new facts, and what is different in them."""

    entry: PartnerEntry
    differences: list


@dataclass
class Plan:
    """Entries as they would be; none of them is saved yet."""

    new: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    gone: list = field(default_factory=list)
    # Written again by the partner's server, with the same words.
    same: list = field(default_factory=list)
    # Copies older than what is stored: left as they are.
    older: int = 0
    left_out: list = field(default_factory=list)

    @property
    def is_empty(self):
        return not (self.new or self.changed or self.gone)


def plan(calendar, reading, *, now):
    """What taking over ``reading`` would do to the entries of ``calendar``."""
    stored = {(entry.uid, entry.recurrence_id): entry for entry in _of(calendar)}
    result, communes = Plan(left_out=reading.left_out), Communes()
    for one in reading.announced:
        entry = stored.pop(one.key, None)
        if entry is None:
            entry = PartnerEntry(
                calendar=calendar, uid=one.uid, recurrence_id=one.recurrence_id
            )
            _renew(entry, one, communes)
            result.new.append(entry)
        elif not is_newer(one, entry):
            result.older += 1
        else:
            _compare(result, entry, one, communes)
    result.gone = [
        entry
        for entry in stored.values()
        # What is over is no longer in calendars, and was not withdrawn.
        if entry.gone_at is None and entry.over_at > now
    ]
    return result


def differences(before, after):
    """What a reader, or whoever comes, would see of a change, in words."""
    told = [
        (_("Title"), before.title, after.title),
        (_("When"), capfirst(before.when_words), capfirst(after.when_words)),
        (_("Place"), before.place, after.place),
        (_("Page"), before.url, after.url),
        (_("Status"), _status(before), _status(after)),
    ]
    return [
        Difference(label, old or "–", new or "–")
        for label, old, new in told
        if old != new
    ]


def since_read(entry):
    """What the partner changed since the team read the entry."""
    return differences(entry.as_read(), entry) if entry.has_changed else []


def _of(calendar):
    return calendar.entries.with_facts()


def _compare(result, entry, one, communes):
    before, is_back = PartnerEntry(**entry.theirs), entry.gone_at is not None
    version = (entry.sequence, entry.stamped_at)
    _renew(entry, one, communes)
    found = differences(before, entry)
    if found or is_back:
        result.changed.append(Change(entry, found))
    elif version != (one.sequence, one.stamped_at):
        result.same.append(entry)


def _renew(entry, one, communes):
    """The partner's words take the place of those it wrote before; no other do."""
    for name in THEIRS:
        setattr(entry, name, one.facts[name])
    entry.sequence, entry.stamped_at = one.sequence, one.stamped_at
    entry.commune = communes.named_in(entry.place) or entry.calendar.commune
    entry.gone_at = None


def _status(entry):
    if entry.is_cancelled:
        return _("Cancelled")
    return _("To be confirmed") if entry.to_confirm else _("Confirmed")
