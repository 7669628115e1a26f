"""The index as one reader sees it: postings, and beside them what is fresher.

Read in this order, whatever is written meanwhile: nothing is found twice, and nothing
that was there is missed.
"""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef

from portal.core import edition
from search import tokens
from search.bits import unpack
from search.models import Entry, IndexState, Pending, Posting, RetiredSlot

CHUNK = 32_768  # entries for each row of the postings
# Levels of tokens asked before, in the memory of a process.
ROOM = 2_000


@dataclass
class Snapshot:
    generation: int
    first: int
    # Bits given when this was read; later ones are in ``fresh``.
    size: int
    # All that is there and not retired.
    alive: int = 0
    # What the postings do not hold yet: {token: {level: bits}}.
    fresh: dict = field(default_factory=dict)
    # Entries behind the bits past ``size``.
    fresh_entries: list = field(default_factory=list)
    _known: dict = field(default_factory=dict)

    def fetch(self, wanted):
        """Have these tokens at hand, in one question at most."""
        missing = set(wanted) - self._known.keys()
        found = {token: self._fresh(token) for token in missing}
        if missing and self.size:
            self._add_stored(found)
        if len(self._known) > ROOM:
            self._known.clear()
        self._known.update(found)
        return found

    def levels(self, token):
        """The entries that hold ``token``, by field."""
        known = self._known.get(token)
        return self.fetch([token])[token] if known is None else known

    def anywhere(self, token):
        """The entries that hold ``token``, wherever."""
        bits = 0
        for held in self.levels(token).values():
            bits |= held
        return bits

    def entries(self, places):
        """The entries behind ``places``, in their order; those gone since left out."""
        slots = [self.first + place for place in places if place < self.size]
        late = [self.fresh_entries[p - self.size] for p in places if p >= self.size]
        found = Entry.objects.filter(slot__in=slots).prefetch_related("wordings")
        by_slot = {entry.slot - self.first: entry for entry in found}
        found = Entry.objects.filter(pk__in=late).prefetch_related("wordings")
        by_key = {entry.pk: entry for entry in found if late}
        behind = [
            (place, by_slot.get(place) or by_key.get(self._fresh_at(place)))
            for place in places
        ]
        return [(place, entry) for place, entry in behind if entry]

    def place_of(self, entry):
        """Where ``entry`` stands; None where this snapshot does not know it."""
        if entry.pk in self.fresh_entries:
            return self.size + self.fresh_entries.index(entry.pk)
        place = -1 if entry.slot is None else entry.slot - self.first
        return place if 0 <= place < self.size and self.alive >> place & 1 else None

    def _fresh(self, token):
        held = self.fresh.get(token, {})
        return {level: bits & self.alive for level, bits in held.items()}

    def _fresh_at(self, place):
        return self.fresh_entries[place - self.size] if place >= self.size else None

    def _add_stored(self, found):
        rows = Posting.objects.filter(generation=self.generation, token__in=[*found])
        rows = rows.order_by().values_list("token", "level", "chunk", "bits")
        given = (1 << self.size) - 1
        for token, level, chunk, stored in rows:
            bits = unpack(stored) << (chunk * CHUNK) & given & self.alive
            if bits:
                levels = found[token]
                levels[level] = levels.get(level, 0) | bits


def current():
    """The index in force, shared by all readers of one edition."""
    return edition.kept("search-snapshot", _read)


def _read():
    state = IndexState.objects.first() or IndexState()
    size = state.next_slot - state.first_slot
    retired = 0
    slots = RetiredSlot.objects.filter(slot__gte=state.first_slot)
    for slot in slots.values_list("slot", flat=True):
        retired |= 1 << (slot - state.first_slot)
    snapshot = Snapshot(state.generation, state.first_slot, size)
    _overlay(snapshot, Entry.objects.fresh(state.next_slot).order_by("pk"))
    merged = (1 << size) - 1 & ~retired
    fresh = (1 << len(snapshot.fresh_entries)) - 1
    snapshot.alive = merged | fresh << size
    snapshot.alive &= ~_hidden(snapshot)
    return snapshot


def _hidden(snapshot):
    """What changed and was not read again yet."""
    changed = Pending.objects.filter(source=OuterRef("source"), key=OuterRef("key"))
    places = (snapshot.place_of(e) for e in Entry.objects.filter(Exists(changed)))
    return sum({1 << place for place in places if place is not None})


def _overlay(snapshot, entries):
    for entry_pk, written in entries.values_list("pk", "tokens"):
        bit = 1 << (snapshot.size + len(snapshot.fresh_entries))
        snapshot.fresh_entries.append(entry_pk)
        for level, held in tokens.parse(written):
            for token in held:
                levels = snapshot.fresh.setdefault(token, {})
                levels[level] = levels.get(level, 0) | bit
