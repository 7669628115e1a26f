"""The edition of the site: a number that grows when anything public changes.

It grows in the same transaction as the change, so whoever sees the new number sees
the new facts. Caches and ETags carry it, and so are never stale. Calendars and words
have editions of their own, which do not move with each seat.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b

from django.db import connection
from django.db.models import F
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.utils import timezone
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

# As in the model, which is not loaded yet when apps ask to be watched.
SITE, CALENDARS, WORDS = 1, 2, 3
# The edition of a site on which nothing was ever published.
BEFORE_ANY_CHANGE = datetime(2025, 1, 1, tzinfo=UTC)
# How many things a process keeps before it begins anew.
ROOM = 1000
NEVER = -1

_shelf = {}


@dataclass(frozen=True)
class Current:
    number: int
    changed_at: datetime

    def etag(self, *parts):
        """A strong ETag (RFC 9110, 8.8.3) of this edition and of ``parts``."""
        text = "\x1f".join(str(part) for part in (self.number, *parts))
        return f'"{blake2b(text.encode(), digest_size=12).hexdigest()}"'


def current(of=SITE):
    """The edition in force, in one query."""
    row = _rows(of).values_list("number", "changed_at").first()
    return Current(*row) if row else Current(0, BEFORE_ANY_CHANGE)


def advance(now=None, *, of=SITE):
    """Count one public change, in the transaction of the caller."""
    now = now or timezone.now()
    if not _rows(of).update(number=F("number") + 1, changed_at=now):
        _rows(of).get_or_create(id=of, defaults={"number": 1, "changed_at": now})


def words_changed():
    """Count one change of what is read, e.g. of many records written at a time."""
    advance()
    advance(of=WORDS)


def kept(key, make, *, version=None):
    """What ``make()`` gives, made once per edition of words here, and then shared.

    Nobody may change it. It must not depend on the hour, nor on who reads, nor on how
    many places are left. What rests on less than all words says so by a ``version``.
    """
    if _may_be_undone():
        return make()
    number = _number() if version is None else version
    known, value = _shelf.get(key, (NEVER, None))
    if known != number:
        value = make()
        if len(_shelf) >= ROOM:
            _shelf.clear()
        _shelf[key] = number, value
    return value


def _may_be_undone():
    """True where a number may be seen that will be given again to something else."""
    return connection.in_atomic_block


def _number():
    # By hand, since whatever is kept asks for it first: six times as quick.
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM core_edition WHERE id = %s", [WORDS])
        row = cursor.fetchone()
    return row[0] if row else 0


def watch(model):
    """Let every saved or deleted record of ``model`` make a new edition."""
    name = f"edition-{model._meta.label}"
    for signal in (post_save, post_delete):
        signal.connect(_on_change, sender=model, dispatch_uid=name)
    for field in model._meta.many_to_many:
        sender = field.remote_field.through
        m2m_changed.connect(_on_change, sender=sender, dispatch_uid=name)


def watch_pages():
    """Let every change of what pages show in public make a new edition."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(_on_change, dispatch_uid="edition-pages")


def _on_change(*, action="", **_signal):
    # A many-to-many field tells of each change twice, before and after it.
    if not action.startswith("pre_"):
        words_changed()


def _rows(of):
    from portal.core.models import Edition

    return Edition.objects.filter(id=of)
