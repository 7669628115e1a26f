"""French as printers set it, so that texts can be written with ordinary keys."""

import re

NBSP = "\u00a0"
BLANK_BEFORE = re.compile(r" (?=[:;?!%»])")
BLANK_AFTER = re.compile(r"(?<=«) ")
HOUR = re.compile(r"\b(\d{1,2}) h\b(?: (?=\d\d\b))?")


def typeset(value):
    """``value`` with curly apostrophes, and blanks that no line can break at.

    Reaches into lists, tuples and dictionaries; what is not text stays as it is.
    """
    if isinstance(value, str):
        return _set(value)
    if isinstance(value, dict):
        return {name: typeset(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(typeset(part) for part in value)
    return value


def _set(text):
    text = text.replace("'", "’").replace("...", "…")
    text = BLANK_AFTER.sub(NBSP, BLANK_BEFORE.sub(NBSP, text))
    return HOUR.sub(lambda hour: hour.group().replace(" ", NBSP), text)
