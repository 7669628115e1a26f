"""Which merged entries hold a token: as the engine tells, or our own postings."""

from search import engine
from search.bits import unpack
from search.models import Posting
from search.models.posting import CHUNK


def sets(snapshot, wanted):
    """(token, level, bits) of ``wanted``; several of one level are to be added up.

    Facts (« #kind:report ») are ours alone: most entries share them.
    """
    words = {token for token in wanted if not token.startswith("#")}
    told = engine.sets(snapshot, words) if words else None
    if told is None:
        return _postings(snapshot, wanted)
    return [*told, *_postings(snapshot, wanted - words)]


def _postings(snapshot, wanted):
    rows = Posting.objects.filter(generation=snapshot.generation, token__in=wanted)
    rows = rows.order_by().values_list("token", "level", "chunk", "bits")
    for token, level, chunk, stored in rows:
        yield token, level, unpack(stored) << (chunk * CHUNK)
