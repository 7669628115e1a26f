"""The team reads what partners announce: it shows an entry, leaves it out, corrects it.

Until it is read, an entry is nowhere in public; once it is, its dates follow the
partner, and its title and link wait to be read again.
"""

from django.db import transaction

from events.models import PartnerEntry
from events.models.partner_entry import THEIRS

State = PartnerEntry.State


@transaction.atomic
def accept(entries):
    """Show them in the agenda, as they are now; how many were not so before."""
    return sum(_decide(entry, State.PUBLISHED) for entry in _locked(entries))


@transaction.atomic
def refuse(entries):
    """Leave them out; what the partner changes in them later leaves them out too."""
    return sum(_decide(entry, State.REFUSED) for entry in _locked(entries))


@transaction.atomic
def settle(entry, *, state, **corrections):
    """Store what the team decided and corrected; it has read the entry as it is now."""
    stored = _locked([entry]).get()
    for name, value in {"state": state, **corrections}.items():
        setattr(stored, name, value)
    mark_read(stored)
    stored.full_clean(exclude=["over_at"])
    stored.save()
    return stored


def mark_read(entry):
    """The partner's words as they are now are those the team has read."""
    entry.has_changed = False
    if entry.state == State.PUBLISHED:
        entry.read = entry.theirs
    else:
        entry.read = {}


def has_news(entry):
    """Whether the partner changed what the team had read of a shown entry."""
    if entry.state != State.PUBLISHED:
        return False
    before = entry.as_read()
    return any(getattr(before, name) != getattr(entry, name) for name in THEIRS)


def _locked(entries):
    keys = [entry.pk for entry in entries]
    return PartnerEntry.objects.select_for_update().filter(pk__in=keys)


def _decide(entry, state):
    if entry.state == state and not entry.has_changed:
        return False
    entry.state = state
    mark_read(entry)
    entry.save()
    return True
