"""The index made anew from what is public, while readers go on with the old one."""

from django.db import connection, transaction

from portal.core import searchable, turns
from search import keeping, postings
from search.merging import TURN, merge, note_words
from search.models import Entry, IndexState, RetiredSlot
from search.models.posting import CHUNK

PORTION = 200
ROWS = 5_000
# Worth a new generation: bits nobody has, of all there are.
WASTED = 0.25
WASTED_AT_LEAST = 500


class BusyError(Exception):
    """Another process rebuilds or merges the index."""


def say_nothing(done, everything):
    """Progress that nobody waits for."""


def rebuild(said=say_nothing):
    """How many entries there are; ``said`` is told of progress. Raises BusyError."""
    with turns.alone(TURN) as mine:
        if not mine:
            raise BusyError
        _read_all(said)
        new_generation()
    return Entry.objects.count()


def renew_if_wasteful(*, now, limit):
    """A new generation once many bits mean nothing any more; never more to do."""
    if not Entry.objects.exists():
        # The portal may be older than its search.
        if any(any(source.keys()) for source in searchable.SOURCES.values()):
            rebuild()
        return 0
    state = IndexState.objects.first() or IndexState()
    postings.remove_all_but(state.generation)
    wasted = RetiredSlot.objects.count()
    if wasted < max(WASTED_AT_LEAST, WASTED * Entry.objects.count()):
        return 0
    with turns.alone(TURN) as mine:
        if mine:
            new_generation()
    return 0


def fingerprint():
    """The same for two indexes that find the same, whatever their bits."""
    return sorted(Entry.objects.values_list("source", "key", "tokens"))


def _read_all(said):
    wanted = {name: list(source.keys()) for name, source in searchable.SOURCES.items()}
    everything = sum(map(len, wanted.values()))
    done = 0
    for source, keys in wanted.items():
        known = Entry.objects.filter(source=source).values_list("key", flat=True)
        gone = set(known) - set(keys)
        for portion in _portions([*keys, *gone], PORTION):
            with transaction.atomic():
                keeping.alone()
                if keeping.renew(source, portion):
                    keeping.new_edition()
            done += len(portion)
            said(min(done, everything), everything)
    Entry.objects.exclude(source__in=wanted).delete()


def new_generation():
    """Write all postings again, beside those in use, then let readers change over."""
    old = IndexState.objects.first() or IndexState()
    new = IndexState(
        generation=old.generation + 1,
        first_slot=old.next_slot,
        next_slot=old.next_slot,
    )
    postings.remove_all_but(old.generation)
    pks = list(Entry.objects.order_by("pk").values_list("pk", flat=True))
    slots = {pk: slot for slot, pk in enumerate(pks, new.first_slot)}
    new.next_slot += len(slots)
    written = {}
    for portion in _portions(pks, CHUNK):
        written |= _write(new, slots, portion)
    _change_over(new, written, slots)
    while merge(PORTION):
        pass


def _write(state, slots, pks):
    """Put a chunk of entries into the postings; what they said, as a checksum."""
    said = {}

    def entries():
        for portion in _portions(pks, ROWS):
            for pk, written in _said().filter(pk__in=portion):
                said[pk] = hash(written)
                yield slots[pk], written

    gathered = postings.gather(state.first_slot, entries())
    note_words(gathered)
    for portion in _portions(gathered, ROWS):
        # Each its own transaction: others may write between two.
        postings.insert(state.generation, portion)
    return said


def _said():
    return Entry.objects.order_by("pk").values_list("pk", "tokens")


@transaction.atomic
def _change_over(state, written, slots):
    """Entries that changed meanwhile stay fresh, and are merged like any other."""
    keeping.alone()
    keeping.new_edition()
    same = [pk for pk, said in _said().iterator() if written.get(pk) == hash(said)]
    Entry.objects.update(slot=None)
    with connection.cursor() as cursor:
        # One statement for each: quicker here than one with thousands of cases.
        cursor.executemany(
            "UPDATE search_entry SET slot = %s WHERE id = %s",
            [(slots[pk], pk) for pk in same],
        )
    RetiredSlot.objects.all().delete()
    lost = slots.keys() - set(same)
    RetiredSlot.objects.bulk_create(RetiredSlot(slot=slots[pk]) for pk in lost)
    state.save(force_update=True)


def _portions(items, size):
    portion = []
    for item in items:
        portion.append(item)
        if len(portion) == size:
            yield portion
            portion = []
    if portion:
        yield portion
