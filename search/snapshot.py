"""The index as one reader sees it: postings, and beside them what is fresher.

Read in this order, whatever is written meanwhile: nothing is found twice, and nothing
that was there is missed.
"""

from dataclasses import dataclass, field

from django.db.models import Prefetch

from portal.core import edition
from search import stored, tokens
from search.bits import of_places
from search.models import Entry, EntryWords, IndexState, Pending, RetiredSlot

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
    # What the postings do not hold yet: {token: {level: places past ``size``}}.
    fresh: dict = field(default_factory=dict)
    # Entries behind the bits past ``size``.
    fresh_entries: list = field(default_factory=list)
    _known: dict = field(default_factory=dict)

    @property
    def state(self):
        """The same for as long as the postings hold the same entries."""
        return self.generation, self.first, self.size

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

    def entries(self, places, *, with_texts=False):
        """The entries behind ``places``, in their order; those gone since left out."""
        slots = [self.first + place for place in places if place < self.size]
        late = [self.fresh_entries[p - self.size] for p in places if p >= self.size]
        # Both are long: tokens are of no use to a reader, texts to few.
        words = EntryWords.objects.defer(*([] if with_texts else ["text"]))
        shown = Entry.objects.defer("tokens")
        shown = shown.prefetch_related(Prefetch("wordings", words))
        by_slot = {e.slot - self.first: e for e in shown.filter(slot__in=slots)}
        by_key = {e.pk: e for e in shown.filter(pk__in=late)}
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
        return {
            level: of_places(places) << self.size & self.alive
            for level, places in held.items()
        }

    def _fresh_at(self, place):
        return self.fresh_entries[place - self.size] if place >= self.size else None

    def _add_stored(self, found):
        given = (1 << self.size) - 1 & self.alive
        for token, level, bits in stored.sets(self, found.keys()):
            if bits := bits & given:
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
    _overlay(snapshot, Entry.objects.fresh(state.next_slot))
    merged = (1 << size) - 1 & ~retired
    fresh = (1 << len(snapshot.fresh_entries)) - 1
    snapshot.alive = merged | fresh << size
    snapshot.alive &= ~_hidden(snapshot)
    return snapshot


def _hidden(snapshot):
    """What changed and was not read again yet."""
    by_source = {}
    for source, key in Pending.objects.values_list("source", "key"):
        by_source.setdefault(source, set()).add(key)
    places = (
        snapshot.place_of(entry)
        for source, keys in by_source.items()
        for entry in Entry.objects.defer("tokens").filter(source=source, key__in=keys)
    )
    return sum(1 << place for place in places if place is not None)


def _overlay(snapshot, entries):
    for place, (pk, written) in enumerate(entries):
        snapshot.fresh_entries.append(pk)
        for level, held in tokens.parse(written):
            for token in held:
                levels = snapshot.fresh.setdefault(token, {})
                levels.setdefault(level, []).append(place)
