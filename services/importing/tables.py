"""Rows written by column, very many at a time.

As models they take ten times as long, during which nobody else can write. No signal is
sent: whoever calls this advances the edition and tells the search.
"""

from collections import defaultdict

from django.db import connection

AT_ONCE = 500


def link(through, pairs):
    """Let the first record of each pair refer to the second by ``through``."""
    columns = [field.column for field in through._meta.fields if field.is_relation]
    table, *names = _quoted(through._meta.db_table, *columns)
    _each(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES (%s, %s)",  # noqa: S608
        [(one.pk, other.pk) for one, other in pairs],
    )


def change(changes):
    """Write the fields named of each record: pairs of a record and names of fields."""
    alike = defaultdict(list)
    for record, names in changes:
        if names:
            alike[type(record), tuple(sorted(names))].append(record)
    for (model, names), records in alike.items():
        _change(model, [model._meta.get_field(name) for name in names], records)


def forget(model, column, values):
    """Delete the rows of ``model`` that have one of ``values`` in ``column``."""
    table, name = _quoted(model._meta.db_table, column)
    _each(
        f"DELETE FROM {table} WHERE {name} = %s",  # noqa: S608
        [(value,) for value in values],
    )


def portions(values):
    return (values[at : at + AT_ONCE] for at in range(0, len(values), AT_ONCE))


def _change(model, fields, records):
    table, key, *names = _quoted(
        model._meta.db_table, model._meta.pk.column, *(field.column for field in fields)
    )
    told = ", ".join(f"{name} = %s" for name in names)
    _each(
        f"UPDATE {table} SET {told} WHERE {key} = %s",  # noqa: S608
        [[*(_value(one, field) for field in fields), one.pk] for one in records],
    )


def _value(record, field):
    if field.is_relation:
        # Whom it refers to may have no number before it is written itself.
        other = getattr(record, field.name)
        return other and other.pk
    return field.get_db_prep_save(getattr(record, field.attname), connection)


def _each(statement, rows):
    """The names in ``statement`` are those of models, the values are bound."""
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def _quoted(*names):
    return map(connection.ops.quote_name, names)
