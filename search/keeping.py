"""The index kept in step with what is public.

A change marks what it touches in its own transaction, and from then on nobody finds
it. Right after the commit it is read again, by whoever made the change or, were they
killed meanwhile, by the worker. What is read is written beside the postings, which the
worker merges it into later: nobody who publishes waits for an index.
"""

from django.db import transaction

from portal.core import edition, searchable
from search import tokens
from search.models import Entry, EntryWords, IndexState, Pending, RetiredSlot
from search.models.entry import KEY_LENGTH, TITLE_LENGTH

# Signs, for extracts: about as far as words are read.
TEXT_KEPT = 120_000
PORTION = 200
# More than these are left to the worker.
AT_ONCE = 500
# What an entry says as its document does.
FACTS = ("kind", "date", "is_stale", "file_type", "file_size")


def listen():
    searchable.changed.connect(_on_change, dispatch_uid="search-keeping")


def _on_change(*, sender, keys, **_signal):
    Pending.objects.bulk_create(
        Pending(source=sender, key=key[:KEY_LENGTH]) for key in dict.fromkeys(keys)
    )
    # An error is logged; the worker tries again.
    transaction.on_commit(_read_at_once, robust=True)


def _read_at_once():
    read_again(limit=AT_ONCE)


def read_changes(*, now, limit):
    """How many changes were read that nobody had read yet."""
    return read_again(limit=limit)


def read_again(*, limit):
    """Read what changed, the oldest first; how many changes that were."""
    done = 0
    while done < limit:
        count = _read_portion(min(PORTION, limit - done))
        done += count
        if not count:
            break
    return done


@transaction.atomic
def _read_portion(limit):
    if not Pending.objects.exists():
        return 0
    # One at a time: whoever comes second sees what the first has written.
    alone()
    pending = list(Pending.objects.order_by("pk")[:limit])
    by_source = {}
    for change in pending:
        by_source.setdefault(change.source, []).append(change.key)
    for source, keys in by_source.items():
        renew(source, keys)
    Pending.objects.filter(pk__in=[change.pk for change in pending]).delete()
    # What was hidden is shown again, even where it is the same.
    new_edition()
    return len(pending)


def new_edition():
    """Let every process read the index again."""
    edition.advance()
    edition.advance(of=edition.WORDS)


def alone():
    """The state of the index, for whoever writes it until their transaction ends."""
    state, _created = IndexState.objects.select_for_update().get_or_create(id=1)
    return state


def renew(source, keys):
    """Let the entries of ``keys`` say what is public now; how many changed."""
    if source not in searchable.SOURCES:
        return 0
    keys = [key[:KEY_LENGTH] for key in dict.fromkeys(keys)]
    portions = (keys[at : at + PORTION] for at in range(0, len(keys), PORTION))
    return sum(_renew(source, portion) for portion in portions)


def _renew(source, keys):
    documents = {d.key: d for d in searchable.SOURCES[source].documents(keys)}
    known = Entry.objects.filter(source=source, key__in=keys)
    entries = {entry.key: entry for entry in known.prefetch_related("wordings")}
    gone = [entry for key, entry in entries.items() if key not in documents]
    changed = [
        (entries.get(key), document, written)
        for key, document in documents.items()
        if _differs(entries.get(key), document, written := _tokens(source, document))
    ]
    _forget(gone)
    _write(source, changed)
    return len(gone) + len(changed)


def _tokens(source, document):
    return tokens.write(tokens.of_document(source, document))


def _differs(entry, document, written):
    if entry is None:
        return True
    shown = {(w.language, w.title, w.url, w.text) for w in entry.wordings.all()}
    return (
        entry.tokens != written
        or any(getattr(entry, name) != getattr(document, name) for name in FACTS)
        or shown != {_shown(wording) for wording in document.wordings}
    )


def _shown(wording):
    text = "\n".join(filter(None, [wording.summary, wording.body]))[:TEXT_KEPT]
    return wording.language, wording.title[:TITLE_LENGTH], wording.url, text


def _forget(entries):
    _retire(entries)
    Entry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()


def _write(source, changed):
    new, old = [], []
    for entry, document, written in changed:
        old += [entry] if entry else []
        entry = entry or Entry(source=source, key=document.key)
        new += [] if entry.pk else [entry]
        for name in FACTS:
            setattr(entry, name, getattr(document, name))
        entry.tokens = written
        entry.wanted = [_shown(wording) for wording in document.wordings]
    _retire(old)
    Entry.objects.bulk_update(old, [*FACTS, "tokens", "slot"])
    EntryWords.objects.filter(entry__in=old).delete()
    Entry.objects.bulk_create(new)
    EntryWords.objects.bulk_create(
        EntryWords(entry=entry, language=language, title=title, url=url, text=text)
        for entry in [*old, *new]
        for language, title, url, text in entry.wanted
    )


def _retire(entries):
    """Their bits mean nothing any more."""
    held = [entry for entry in entries if entry.slot is not None]
    RetiredSlot.objects.bulk_create(
        (RetiredSlot(slot=entry.slot) for entry in held), ignore_conflicts=True
    )
    for entry in held:
        entry.slot = None
