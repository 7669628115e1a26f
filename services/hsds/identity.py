"""Identifiers of what HSDS tells apart and the records do not."""

from uuid import UUID, uuid5

OURS = UUID("6c9b0a37-6c0e-4f0c-9a0e-6f3f5b7d3c21")


def part_of(owner, name, rank):
    """Of the phone, the price… of this rank that belongs to the record ``owner``."""
    return str(uuid5(owner.uuid, f"{name}/{rank}"))


def of_code(kind, code):
    """Of a record of ours that is known by a code, e.g. a theme: for ever the same."""
    return str(uuid5(OURS, f"{kind}/{code}"))
