"""Rows of postings, many at a time, as quickly as each database takes them."""

from django.db import connection

from search.bits import pack

COLUMNS = "generation, token, level, chunk, bits"


def insert(generation, wanted):
    """Add {(token, level, chunk): bits}, none of which may be there yet."""
    rows = (
        (generation, token, level, chunk, pack(bits))
        for (token, level, chunk), bits in wanted
    )
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY search_posting ({COLUMNS}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany(
                f"INSERT INTO search_posting ({COLUMNS}) VALUES (%s, %s, %s, %s, %s)",  # noqa: S608
                list(rows),
            )
