"""Work that one process does at a time.

The turn is kept by the operating system or by PostgreSQL rather than by a row: whoever
is killed in the middle gives it back at once. With SQLite all processes are on one
machine; with PostgreSQL they may be on several.
"""

import fcntl
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.db import connection


@contextmanager
def alone(name):
    """Gives True to one caller at a time; the others get False and need not wait."""
    everywhere = connection.vendor == "postgresql"
    with _in_postgresql(name) if everywhere else _on_this_machine(name) as mine:
        yield mine


@contextmanager
def _on_this_machine(name):
    with (Path(settings.VAR_DIR) / f"{name}.turn").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            # Closing the file gives the turn back.
            yield True


@contextmanager
def _in_postgresql(name):
    digest = blake2b(name.encode(), digest_size=8).digest()
    number = int.from_bytes(digest, "big", signed=True)
    mine = _asked("SELECT pg_try_advisory_lock(%s)", number)
    try:
        yield mine
    finally:
        # A connection that is gone has given the turn back by itself.
        if mine and connection.is_usable():
            _asked("SELECT pg_advisory_unlock(%s)", number)


def _asked(question, number):
    with connection.cursor() as cursor:
        cursor.execute(question, [number])
        return cursor.fetchone()[0]
