"""HSDS wants no empty values: what is not known is not told."""

from datetime import UTC

EMPTY = (None, "", [], {})


def told(**facts):
    """``facts`` without those that say nothing."""
    return {name: value for name, value in facts.items() if value not in EMPTY}


def day(value):
    return value and value.isoformat()


def hour(value):
    """On the wall clock of Brussels, whose distance from UTC changes with seasons."""
    return value and f"{value:%H:%M}"


def moment(value):
    return value.astimezone(UTC).isoformat(timespec="milliseconds")


def number(value):
    return value if value is None else float(value)
