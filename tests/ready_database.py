"""A migrated, empty database is made once and copied from then on.

Migrating from nothing takes longer than many a test. What was migrated is kept under
the sum of what made it: the migrations, the pinned libraries, the settings. ``migrate``
still runs on the copy, and finds nothing to do.
"""

import hashlib
import os
import sqlite3
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
MADE_OF = (
    "*/migrations/*.py",
    "portal/core/migrations/*.py",
    "portal/settings/*.py",
    "requirements/*.txt",
)


def fingerprint():
    digest = hashlib.sha256()
    for path in sorted(path for glob in MADE_OF for path in ROOT.glob(glob)):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


class Embedded:
    """A file of SQLite beside pytest's own cache, poured into memory."""

    def __init__(self, folder):
        self.folder = folder
        self.path = folder / f"{fingerprint()}.sqlite3"

    def use(self, monkeypatch):
        if self.path.exists():
            monkeypatch.setattr(connection, "prepare_database", self._pour)

    def keep(self):
        if self.path.exists():
            return
        for outdated in self.folder.glob("*.sqlite3"):
            outdated.unlink(missing_ok=True)
        # Workers of one run may both be here: the last to finish is as good.
        making = self.path.with_suffix(f".{os.getpid()}")
        with sqlite3.connect(making) as kept:
            connection.connection.backup(kept)
        making.replace(self.path)

    def _pour(self):
        connection.ensure_connection()
        with sqlite3.connect(self.path) as kept:
            kept.backup(connection.connection)


class Served:
    """A database of PostgreSQL that no test writes to, given as template."""

    def __init__(self, _folder):
        self.name = f"portal_ready_{fingerprint()}"

    def use(self, monkeypatch):
        if self._is_kept():
            monkeypatch.setitem(connection.settings_dict["TEST"], "TEMPLATE", self.name)

    def keep(self):
        if self._is_kept():
            return
        name = connection.settings_dict["NAME"]
        # A database is copied only while nobody is connected to it.
        connection.close()
        with connection._nodb_cursor() as cursor:
            # Workers of one run may both be here.
            cursor.execute("SELECT pg_advisory_lock(hashtext('portal_ready'))")
            if not self._exists(cursor):
                cursor.execute(f'CREATE DATABASE "{self.name}" TEMPLATE "{name}"')

    def _is_kept(self):
        with connection._nodb_cursor() as cursor:
            return self._exists(cursor)

    def _exists(self, cursor):
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.name])
        return cursor.fetchone() is not None


def of(folder):
    return {"sqlite": Embedded, "postgresql": Served}[connection.vendor](folder)
