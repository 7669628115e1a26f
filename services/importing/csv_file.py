"""Reads the CSV of services, whatever program wrote it.

UTF-8 with or without its mark, UTF-16 with it, else Windows-1252; « ; », « , » or
tabulations between cells. What a spreadsheet takes for a formula is text here.
"""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter

from django.utils.translation import gettext as _

from portal.core.spreadsheets import as_text
from services.importing import lines
from services.importing.entry import Refusal

LONGEST_FILE_LINES = 20_000
DELIMITERS = ";,\t"


class UnreadableFileError(Exception):
    """The whole file cannot be read; ``message`` says why, to whoever sent it."""

    def __init__(self, message):
        self.message = message
        super().__init__(message)


def read(data):
    """The entries of the CSV ``data`` (bytes), and the refusals of single lines.

    Raises ``UnreadableFileError``.
    """
    told, refusals = table(data, lines.BY_NAME)
    entries, contradictions = lines.read(told)
    return entries, refusals + contradictions


def table(data, known):
    """The lines of the CSV ``data``: their numbers, each with its texts by heading.

    ``known`` holds the headings there may be; with them come the refusals of single
    lines. Raises ``UnreadableFileError``.
    """
    rows = _rows(text_of(data))
    headings = _headings(next(rows, (0, []))[1], known)
    told, refusals = [], []
    for number, cells in rows:
        if len(told) >= LONGEST_FILE_LINES:
            words = _("A file may have %(count)s lines at most: make several of it.")
            raise UnreadableFileError(words % {"count": LONGEST_FILE_LINES})
        if len(cells) > len(headings) and any(cells[len(headings) :]):
            reason = _("This line has more cells than there are columns.")
            refusals.append(Refusal(number, "", reason))
        elif any(cell.strip() for cell in cells):
            padded = [*cells, *[""] * (len(headings) - len(cells))]
            told.append(
                (number, dict(zip(headings, map(as_text, padded), strict=False)))
            )
    return told, refusals


def text_of(data):
    """The text of ``data`` in the coding it was most likely written in."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        codings = ["utf-16"]
    else:
        codings = ["utf-8-sig", "cp1252", "latin-1"]
    for coding in codings:
        try:
            text = data.decode(coding)
        except UnicodeDecodeError:
            continue
        break
    else:
        raise UnreadableFileError(_("The coding of this file is not one of text."))
    if "\0" in text:
        raise UnreadableFileError(_("This is not a file of text."))
    return text


def _rows(text):
    """The lines that are not empty, each with its number in the file."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        # A cell may hold line breaks: the line is told by where it begins.
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            words = _("Line %(line)s cannot be read (%(error)s).")
            broken = {"line": number, "error": error}
            raise UnreadableFileError(words % broken) from error
        if cells:
            yield number, cells


def _headings(cells, known):
    headings = [as_text(cell).strip().casefold() for cell in cells]
    while headings and not headings[-1]:
        headings.pop()
    if not headings:
        raise UnreadableFileError(_("The first line has to name the columns."))
    repeated = [name for name, times in Counter(headings).items() if times > 1]
    if repeated:
        words = _("These columns are there twice: %(names)s.")
        raise UnreadableFileError(words % {"names": _listed(repeated)})
    strange = [name for name in headings if name not in known]
    if strange:
        words = _("These columns are not known: %(names)s.")
        raise UnreadableFileError(words % {"names": _listed(strange)})
    return headings


def _listed(names):
    shown = [f"« {name[:40]} »" for name in names[:10]]
    return ", ".join(shown + (["…"] if len(names) > 10 else []))
