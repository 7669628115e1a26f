"""Identifiers of what HSDS tells apart and the records do not."""

from hashlib import sha1
from uuid import UUID

OURS = UUID("6c9b0a37-6c0e-4f0c-9a0e-6f3f5b7d3c21")


def part_of(owner, name, rank):
    """Of the phone, the price… of this rank that belongs to the record ``owner``."""
    return _named(owner.uuid, f"{name}/{rank}")


def of_code(kind, code):
    """Of a record of ours that is known by a code, e.g. a theme: for ever the same."""
    return _named(OURS, f"{kind}/{code}")


def _named(space, name):
    """A name-based identifier, version 5 (RFC 9562, 5.5), as it is written.

    The library goes by a number of 128 bits, three times as slowly, and one page tells
    thousands.
    """
    sha = sha1(space.bytes + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(sha[16], 16) & 3]
    return f"{sha[:8]}-{sha[8:12]}-5{sha[13:16]}-{variant}{sha[17:20]}-{sha[20:32]}"
