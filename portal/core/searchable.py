"""What each room offers to the search, and word of what changed.

A room registers its kinds and a source; the search asks the source for documents by
their keys. A key the source gives no document for is not public (any more).
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import Signal

# Sent with ``source`` and ``keys``, in the transaction of the change.
changed = Signal()


class Field(IntEnum):
    """Where words stand, from what tells most to what tells least."""

    NAME = 1
    TERM = 2
    SUMMARY = 3
    TEXT = 4
    FILE = 5


@dataclass(frozen=True)
class Kind:
    """A kind of result, as readers know it."""

    name: str
    label: str  # lazy, plural
    order: int
    # What people call it, by language: « compte rendu » finds reports.
    words: dict = field(default_factory=dict)
    # How its date is told, with ``%(date)s``; lazy, nothing where it tells nothing.
    dated: str = ""


@dataclass(frozen=True)
class Wording:
    """What a document says in one language."""

    language: str
    title: str
    url: str
    summary: str = ""
    # Running text, from which extracts are shown, and what it counts as.
    body: str = ""
    body_field: Field = Field.TEXT
    # (Field, text) pairs it is found by, which nobody reads.
    texts: tuple = ()


@dataclass(frozen=True)
class Document:
    key: str
    kind: str
    wordings: list[Wording]
    date: datetime.date | None = None
    # Old enough to be shown after the others, and marked.
    is_stale: bool = False
    # Where it is a file: what kind (« PDF »), and bytes.
    file_type: str = ""
    file_size: int | None = None


@dataclass(frozen=True)
class Source:
    """``keys()`` gives all that is public; ``documents(keys)`` what of these is."""

    name: str
    keys: Callable[[], Iterable[str]]
    documents: Callable[[list], list]


KINDS, SOURCES = {}, {}


def register(source, *kinds):
    SOURCES[source.name] = source
    KINDS.update({kind.name: kind for kind in kinds})


def tell(source, keys):
    """Say that what ``keys`` of ``source`` offer may have changed."""
    if keys := [str(key) for key in keys]:
        changed.send(sender=source, keys=keys)


def watch(model, source, keys_of):
    """Tell of every saved or deleted record; ``keys_of(record)`` says what it touches.

    Called once the record is saved or gone.
    """

    def on_change(*, instance, action="post", **_signal):
        if action.startswith("post") and isinstance(instance, model):
            tell(source, keys_of(instance))

    name = f"search-{source}-{model._meta.label}"
    for signal in (post_save, post_delete):
        signal.connect(on_change, sender=model, weak=False, dispatch_uid=name)
    for many in model._meta.many_to_many:
        through = many.remote_field.through
        m2m_changed.connect(on_change, sender=through, weak=False, dispatch_uid=name)
