"""A portal nobody has used yet: its folder, its database and its environment.

The bench stands in that environment too, so it reads the database as the portal does.
"""

import os
import socket
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import django

from tests.settings.conftest import VARIABLES

ROOT = Path(__file__).parents[1]
ENGINES = ("sqlite", "postgresql")
DATABASE = f"portal_bench_{os.getpid()}"


@contextmanager
def fresh(engine, *, mail_port):
    """A prepared portal on ``engine`` with its first content; gone afterwards."""
    with TemporaryDirectory(prefix="portal-bench-") as folder, _database(engine) as url:
        for name in VARIABLES:
            os.environ.pop(name, None)
        os.environ |= {
            "VAR_DIR": folder,
            "PORT": str(_free_port()),
            # As docs/configuration.md says of load tests: all come from one address.
            "RATE_LIMITS": "off",
            "EMAIL_URL": f"smtp://127.0.0.1:{mail_port}?from=portail@essai.example",
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        }
        django.setup()
        _prepare()
        try:
            yield Path(folder)
        finally:
            leave_the_database()


def answers(engine):
    """Whether there is such a database here."""
    if engine == "sqlite":
        return True
    from psycopg import OperationalError

    try:
        _administer("SELECT 1")
    except OperationalError:
        return False
    return True


def leave_the_database():
    """Close what this process has open, also so that others may be started."""
    from portal.core.management.commands.serve import close_connections

    close_connections()


def _prepare():
    from django.core.management import call_command

    with redirect_stdout(StringIO()):
        call_command("prepare")
    leave_the_database()


def _free_port():
    with socket.create_server(("127.0.0.1", 0)) as door:
        return door.getsockname()[1]


@contextmanager
def _database(engine):
    """The address of an empty database; of none for SQLite, which makes its own."""
    if engine == "sqlite":
        yield ""
        return
    _administer(f'CREATE DATABASE "{DATABASE}"')
    try:
        yield f"postgres:///{DATABASE}"
    finally:
        _administer(f'DROP DATABASE "{DATABASE}" WITH (FORCE)')


def _administer(statement):
    import psycopg

    # Where libpq was told nothing.
    os.environ.setdefault("PGHOST", "127.0.0.1")
    os.environ.setdefault("PGUSER", "postgres")
    with psycopg.connect("dbname=postgres", autocommit=True) as connection:
        connection.execute(statement)
