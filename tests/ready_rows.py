"""What many tests start from: each process makes it once, then only puts it back.

Making a site takes a tenth of a second, loading the starter more than one and the
demonstration several. What that changed in the tables is noted the first time; then
the same rows are written.
"""

from datetime import time

from django.apps import apps
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, Site

from portal.core.models import Edition

# By what was made: what making it gave, the rows that went away and those that came.
_noted = {}


def once(name, make):
    """What ``make`` does to a database that was only just migrated, and gives."""
    if not _is_just_migrated():
        return make()
    if name not in _noted:
        before = _rows()
        value = make()
        _noted[name] = value, _changes(before, _rows())
        return value
    value, changes = _noted[name]
    _write(changes)
    Edition.objects.update(changed_at=timezone.now())
    Site.clear_site_root_paths_cache()
    return value


def _is_just_migrated():
    return Page.objects.count() == 2 and not Edition.objects.exists()


def _rows():
    """Of each table its rows by their keys.

    Not there: what triggers of SQLite copy from another table to an index of words.
    """
    models = {
        model._meta.db_table: model
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.db_table.endswith("_fts")
    }
    with connection.cursor() as cursor:
        there = connection.introspection.table_names(cursor)
        return {
            model: _rows_of(cursor, model)
            for table, model in models.items()
            if table in there
        }


def _rows_of(cursor, model):
    columns = _columns(model)
    cursor.execute(f"SELECT {', '.join(columns)} FROM {model._meta.db_table}")
    key = columns.index(f'"{model._meta.pk.column}"')
    return {row[key]: row for row in cursor.fetchall()}


def _columns(model):
    fields = model._meta.local_concrete_fields
    return [f'"{field.column}"' for field in fields if not field.generated]


def _changes(before, after):
    changes = {}
    for model, rows in after.items():
        was = before[model]
        gone = [(key,) for key, row in was.items() if rows.get(key) != row]
        come = [row for key, row in rows.items() if was.get(key) != row]
        if gone or come:
            changes[model] = gone, come
    return changes


def _write(changes):
    with connection.cursor() as cursor:
        for model, (gone, come) in changes.items():
            table, columns = model._meta.db_table, _columns(model)
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(
                f'DELETE FROM {table} WHERE "{model._meta.pk.column}" = %s', gone
            )
            cursor.executemany(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})",
                [[_as_written(value) for value in row] for row in come],
            )


def _as_written(value):
    # SQLite takes no hour as it gives it.
    adapt = connection.ops.adapt_timefield_value
    return adapt(value) if isinstance(value, time) else value
