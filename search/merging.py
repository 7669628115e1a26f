"""Fresh entries merged into the postings, by the worker or by a rebuild.

A bit is given to an entry once and never again to another, so a reader in the middle
of a merge is never told of the wrong one.
"""

from collections import defaultdict

from django.db import transaction

from portal.core import turns
from search import keeping, postings, tokens
from search.bits import pack, unpack
from search.models import Entry, IndexedWord, Posting
from search.snapshot import CHUNK

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
    wanted = gather(state.first_slot, entries)
    note_words(wanted)
    for portion in _portions(sorted(wanted), ROWS):
        _store(state.generation, {place: wanted[place] for place in portion})


def gather(first_slot, entries):
    """{(token, level, chunk): bits}"""
    wanted = defaultdict(int)
    for slot, written in entries:
        chunk, place = divmod(slot - first_slot, CHUNK)
        bit = 1 << place
        for level, held in tokens.parse(written):
            for token in held:
                wanted[token, level, chunk] |= bit
    return wanted


def note_words(wanted):
    words = {token for token, _level, _chunk in wanted if tokens.is_word(token)}
    IndexedWord.objects.bulk_create(
        map(IndexedWord, sorted(words)), ignore_conflicts=True, batch_size=ROWS
    )


def _store(generation, wanted):
    names = {token for token, _level, _chunk in wanted}
    rows = Posting.objects.filter(generation=generation, token__in=names)
    known = {(row.token, row.level, row.chunk): row for row in rows}
    old = [known[place] for place in wanted if place in known]
    for row in old:
        row.bits = pack(unpack(row.bits) | wanted[row.token, row.level, row.chunk])
    Posting.objects.bulk_update(old, ["bits"])
    new = [(place, bits) for place, bits in wanted.items() if place not in known]
    postings.insert(generation, new)


def _portions(items, size):
    for start in range(0, len(items), size):
        yield items[start : start + size]
