"""The sets of entries per word, asked of the engine that SEARCH_URL names.

It is sent our tokens, one document for each bit, and tells which bits hold them;
ranking stays ours, so that results are the same with and without it. A bit is given
once and what it stands for never changes: whatever was sent stays true, and
``IndexState.sent`` says how far that goes. Our own postings are kept all the same. They
answer while the engine is behind, slow, wrong or away; the log says so.
"""

import logging
from functools import cache
from time import monotonic

from wagtail.search.backends import get_search_backend

from search import tokens
from search.models import Entry, IndexState

PORTION = 200  # entries sent at a time
PAGE = 5_000  # documents of one answer
# Tokens of one question: the engine takes a thousand clauses, five for each.
ASKED_AT_ONCE = 150
# How long readers wait for it, and for how long it is not asked after it failed.
SECONDS, SILENCE = 1.0, 30.0
MAPPING = {
    "dynamic": False,
    "properties": {
        "slot": {"type": "integer"},
        # « 1 sante »: the number of the field, and a token that stands in it.
        "held": {"type": "keyword", "doc_values": False},
    },
}

log = logging.getLogger(__name__)


class Rest:
    """Until when an engine that failed is left in peace, in this process."""

    until = 0.0


@cache
def _backend():
    """What Wagtail reaches the engine by; None where the database does it all."""
    backend = get_search_backend()
    return backend if hasattr(backend, "es") else None


def sets(snapshot, wanted):
    """[(token, level, bits)] of ``wanted`` in the postings of ``snapshot``.

    None where the engine cannot tell, or there is none.
    """
    if _backend() is None or monotonic() < Rest.until or not _knows(snapshot):
        return None
    try:
        return _asked(snapshot, sorted(wanted))
    except Exception as error:
        # Whatever it did, readers are answered; its address may hold a password.
        log.warning("the search engine failed: %s", type(error).__name__)
        Rest.until = monotonic() + SILENCE
        return None


def _knows(snapshot):
    states = IndexState.objects.filter(generation=snapshot.generation)
    return states.filter(sent__gte=snapshot.first + snapshot.size).exists()


def _asked(snapshot, wanted):
    found, deadline = {}, monotonic() + SECONDS
    for start in range(0, len(wanted), ASKED_AT_ONCE):
        query = _query(snapshot, wanted[start : start + ASKED_AT_ONCE])
        for slot, held in _hits(snapshot, query, deadline):
            for name in held:
                found[name] = found.get(name, 0) | 1 << (slot - snapshot.first)
    names = ((name.split(" ", 1), bits) for name, bits in found.items())
    return [(token, int(level), bits) for (level, token), bits in names]


def _query(snapshot, wanted):
    names = [f"{level} {token}" for token in wanted for level in tokens.LEVELS]
    held = [{"term": {"held": {"value": name, "_name": name}}} for name in names]
    given = {"gte": snapshot.first, "lt": snapshot.first + snapshot.size}
    return {
        "bool": {"filter": [{"bool": {"should": held}}, {"range": {"slot": given}}]}
    }


def _hits(snapshot, query, deadline):
    """(slot, names of what it holds) of all documents that ``query`` finds."""
    body = {
        "query": query,
        "sort": [{"slot": "asc"}],
        "size": PAGE,
        "_source": False,
        "track_total_hits": False,
    }
    while True:
        if (left := deadline - monotonic()) <= 0:
            raise TimeoutError
        answer = _backend().es.search(
            index=_index(snapshot.generation).name, body=body, request_timeout=left
        )
        if answer["timed_out"] or answer["_shards"]["failed"]:
            # What a part of it found is no answer.
            raise TimeoutError
        hits = answer["hits"]["hits"]
        for hit in hits:
            yield hit["sort"][0], hit["matched_queries"]
        if len(hits) < PAGE:
            return
        body["search_after"] = hits[-1]["sort"]


def send_merged(*, now, limit):
    """Send what was merged since; how many entries were sent."""
    state = IndexState.objects.first() or IndexState()
    if _backend() is None or state.next_slot == state.first_slot:
        return 0
    try:
        return _send_from(state, limit)
    except Exception as error:
        log.warning("the search engine took nothing: %s", type(error).__name__)
        return 0


def _send_from(state, limit):
    index = _index(state.generation)
    sent = state.sent
    if sent <= state.first_slot or not index.exists():
        _begin(index, state)
        sent = state.first_slot
    merged = Entry.objects.filter(slot__gte=sent, slot__lt=state.next_slot)
    entries = list(merged.order_by("slot").values_list("slot", "tokens")[:limit])
    for start in range(0, len(entries), PORTION):
        _send(index, entries[start : start + PORTION])
    index.refresh()
    reached = entries[-1][0] + 1 if len(entries) == limit else state.next_slot
    IndexState.objects.filter(generation=state.generation).update(sent=reached)
    return len(entries)


def _begin(index, state):
    """An empty index for this generation of bits; those of others go."""
    IndexState.objects.filter(generation=state.generation).update(sent=0)
    ours = _index("*").name
    for name in index.es.indices.get_alias(index=ours):
        _backend().index_class(_backend(), name).delete()
    index.put()
    index.es.indices.put_mapping(index=index.name, body=MAPPING)


def _send(index, entries):
    documents = (
        {"_id": slot, "slot": slot, "held": _held(written)} for slot, written in entries
    )
    _backend().bulk(index.es, documents, index=index.name)


def _held(written):
    return [
        f"{level} {token}"
        for level, held in tokens.parse(written)
        if level != tokens.FACTS
        for token in held
    ]


def _index(generation):
    backend = _backend()
    return backend.index_class(backend, f"{backend.index_prefix}search_{generation}")
