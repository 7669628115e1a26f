"""Several things in one cell, as people can read and write them.

Codes: ``need-crisis, need-home``. Rows: one on each line, its parts between bars, the
first one without its name: ``02 123 45 67 | type=voice | description_fr=Accueil``. A
backslash stands before a bar, a line break (``\\n``) or a backslash that is text.
"""

import re
from datetime import time

BETWEEN_CODES = re.compile(r"[\s,;|]+")
LINE_BREAK = re.compile(r"\r\n|\r|\n")
NAMED = re.compile(r"\s*(?P<name>[a-z_0-9]+)\s*=(?P<text>.*)\Z", re.DOTALL)
ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def codes_in(text):
    return [code for code in BETWEEN_CODES.split(text) if code]


def rows_in(text, first):
    """The rows of a cell as mappings; the part without a name is called ``first``."""
    return [_row(line, first) for line in LINE_BREAK.split(text) if line.strip()]


def cell_of_rows(rows, first):
    return "\n".join(_written(row, first) for row in rows)


def text_of(value):
    """A value as a cell holds it, whatever the language of the reader."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, (list, tuple)):
        return ", ".join(value)
    if isinstance(value, time):
        return value.isoformat("auto" if value.second else "minutes")
    return str(value)


def _row(line, first):
    row = {}
    for part in _parts(line):
        if part.strip():
            named = NAMED.match(part)
            name, text = (named["name"], named["text"]) if named else (first, part)
            row[name] = ESCAPED.sub(_plain, text.strip())
    return row


def _parts(line):
    part, signs = [], iter(line)
    for sign in signs:
        if sign == "\\":
            # At the very end it stands for itself.
            part.append(sign + next(signs, sign))
        elif sign == "|":
            yield "".join(part)
            part = []
        else:
            part.append(sign)
    yield "".join(part)


def _plain(escaped):
    return "\n" if escaped[1] == "n" else escaped[1]


def _written(row, first):
    texts = {name: _escaped(text_of(value)) for name, value in row.items()}
    parts = [
        text if name == first and not NAMED.match(text) else f"{name}={text}"
        for name, text in texts.items()
        if text
    ]
    return " | ".join(parts)


def _escaped(text):
    text = text.replace("\\", "\\\\").replace("|", "\\|")
    return LINE_BREAK.sub(r"\\n", text)
