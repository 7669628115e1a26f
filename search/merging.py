"""Fresh entries merged into the postings, by the worker or by a rebuild.

A bit is given to an entry once and never again to another, so a reader in the middle
of a merge is never told of the wrong one.
"""

from django.db import transaction

from portal.core import turns
from search import keeping, postings, tokens
from search.bits import of_places, pack, unpack
from search.models import Entry, IndexedWord, Posting

TURN = "search-index"
ROWS = 500


def merge_fresh(*, now, limit):
    """How many entries were merged; none while somebody else is at it."""
    with turns.alone(TURN) as mine:
        return merge(limit) if mine else 0


def merge(limit):
    """Give bits to fresh entries, ``limit`` at most; the caller holds the turn."""
    with transaction.atomic():
        state = keeping.alone()
        entries = list(Entry.objects.filter(slot=None).order_by("pk")[:limit])
        if not entries:
            return 0
        for slot, entry in enumerate(entries, state.next_slot):
            entry.slot = slot
        add(state, ((entry.slot, entry.tokens) for entry in entries))
        Entry.objects.bulk_update(entries, ["slot"])
        state.next_slot += len(entries)
        state.save()
    return len(entries)


def add(state, entries):
    """Put (slot, written tokens) into the postings of the generation of ``state``."""
    gathered = postings.gather(state.first_slot, entries)
    note_words(gathered)
    for start in range(0, len(gathered), ROWS):
        _store(state.generation, gathered[start : start + ROWS])


def note_words(gathered):
    words = {row[0] for row in gathered if tokens.is_word(row[0])}
    IndexedWord.objects.bulk_create(
        map(IndexedWord, sorted(words)), ignore_conflicts=True, batch_size=ROWS
    )


def _store(generation, gathered):
    names = {token for token, _level, _chunk, _places in gathered}
    rows = Posting.objects.filter(generation=generation, token__in=names)
    rows = rows.values_list("token", "level", "chunk", "pk", "bits")
    known = {tuple(place): (pk, bits) for *place, pk, bits in rows}
    new, more = [], {}
    for row in gathered:
        if row[:3] in known:
            pk, bits = known[row[:3]]
            more[pk] = pack(unpack(bits) | of_places(row[3]))
        else:
            new.append(row)
    postings.update(more)
    postings.insert(generation, new)
