"""Rows of postings, many at a time, as quickly as each database takes them."""

from array import array
from collections import defaultdict

from django.db import connection, transaction

from search import tokens
from search.bits import pack_places
from search.models.posting import CHUNK

COLUMNS = "generation, token, level, chunk, bits"
# Removed at a time, so that nobody waits long to write.
ROWS = 5_000


def gather(first_slot, entries):
    """Rows (token, level, chunk, places in the chunk) of (slot, written tokens).

    Rows are sorted, places rise where slots do. What is held meanwhile is two bytes
    for each token of each entry.
    """
    wanted = defaultdict(lambda: defaultdict(_no_places))
    for slot, written in entries:
        chunk, place = divmod(slot - first_slot, CHUNK)
        for level, held in tokens.parse(written):
            places_of = wanted[level, chunk]
            for token in held:
                places_of[token].append(place)
    return sorted(
        (token, level, chunk, places)
        for (level, chunk), places_of in wanted.items()
        for token, places in places_of.items()
    )


def _no_places():
    return array("H")


def insert(generation, gathered):
    """Add what ``gather`` gave, none of which may be there yet."""
    rows = (
        (generation, token, level, chunk, pack_places(places))
        for token, level, chunk, places in gathered
    )
    # Else SQLite would write each row as a transaction of its own.
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY search_posting ({COLUMNS}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany(
                f"INSERT INTO search_posting ({COLUMNS}) VALUES (%s, %s, %s, %s, %s)",  # noqa: S608
                list(rows),
            )


def update(bits_of):
    """Let the rows of these numbers hold these bits, as they are packed."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE search_posting SET bits = %s WHERE id = %s",
            [(bits, pk) for pk, bits in bits_of.items()],
        )


def remove_all_but(generation):
    """Forget other generations, a portion at a time, without loading any row."""
    removed = ROWS
    while removed:
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM search_posting WHERE id IN (SELECT id"
                " FROM search_posting WHERE generation <> %s LIMIT %s)",
                [generation, ROWS],
            )
            removed = cursor.rowcount
