"""All the places where the portal may have written something."""

import base64
import binascii
from pathlib import Path

from django.conf import settings as portal
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection

# What people say of a situation stands in these two, and nowhere else.
OWN_TABLES = {"services_supportwords", "services_supportmessage"}
DATABASE_CACHE = "django.core.cache.backends.db.DatabaseCache"


def caches_of_production(settings):
    """The body of a fixture: caches that keep, as those of tests do not."""
    settings.CACHES = {
        "default": {"BACKEND": DATABASE_CACHE, "LOCATION": "kept_answers"},
        "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    }
    call_command("createcachetable")
    yield
    caches["pages"].clear()


def places(caplog):
    """All that the portal wrote, by where it stands."""
    for table in set(connection.introspection.table_names()) - OWN_TABLES:
        yield f"table {table}", text_of(table)
    for session in Session.objects.all():
        yield "sessions", repr(session.get_decoded())
    yield "memory", repr(caches["pages"]._cache)
    for letter in mail.outbox:
        yield "mail", "".join(text_of_letter(letter.message()))
    yield "log", caplog.text
    for file in filter(Path.is_file, portal.VAR_DIR.rglob("*")):
        yield "files", file.read_bytes().decode(errors="replace")


def text_of_letter(message):
    yield repr(message.items())
    for part in message.walk():
        yield repr(part.get_payload(decode=True))


def text_of(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        return " ".join(map(text_in, (cell for row in cursor for cell in row)))


def text_in(cell):
    """The cell, and what it says where it is packed as the cache packs."""
    try:
        packed = base64.b64decode(cell, validate=True) if isinstance(cell, str) else b""
    except (binascii.Error, ValueError):
        packed = b""
    return repr(cell) + repr(packed)
