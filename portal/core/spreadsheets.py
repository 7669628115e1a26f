"""Tables as files that open right in a spreadsheet, in French.

CSV: UTF-8 with its mark, « ; » between cells, CRLF at the end of lines (RFC 4180). A
text that a spreadsheet would take for a formula is shown as the text it is, in both
kinds of file. Days and hours are those of Brussels.

A cell is a text, a number, a moment, a boolean or None; anything else is written in
its own words.
"""

import csv
import io
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

MINUTES = "dd/mm/yyyy hh:mm"
# What spreadsheets read as the beginning of a formula.
FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
# No sheet may have these in its name, nor a longer one.
NOT_IN_TITLES = str.maketrans(dict.fromkeys(r"[]:*?/\\", " "))
LONGEST_TITLE = 31


def as_csv(headings, rows):
    """The bytes of the file; its first line holds the headings."""
    return b"".join(csv_lines(headings, rows))


def csv_lines(headings, rows):
    """The same bytes line by line, for files that are sent while they are written."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_harmless, headings))
    yield text.getvalue().encode("utf-8-sig")
    for row in rows:
        text.seek(0)
        text.truncate()
        writer.writerow([_harmless(_in_words(_plain(cell))) for cell in row])
        yield text.getvalue().encode()


def as_xlsx(headings, rows, *, title, widths):
    """The bytes of the workbook: moments are dates, texts are never worked out."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title.translate(NOT_IN_TITLES)[:LONGEST_TITLE])
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_written(sheet, heading, bold=True) for heading in headings])
    for row in rows:
        sheet.append([_written(sheet, _plain(cell)) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _plain(value):
    """A text, a number, a moment of Brussels or None."""
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None, second=0, microsecond=0)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value is None or isinstance(value, (int, float)):
        return value
    return str(value) or None


def _in_words(cell):
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    return "" if cell is None else str(cell)


def _harmless(text):
    """The apostrophe says « this is text »; a blank before a sign does not hide it.

    One more is given to what has some already, so that ``as_text`` finds it again.
    """
    return f"'{text}" if _is_risky(text) else text


def as_text(cell):
    """A cell of such a table without the apostrophe that makes it harmless."""
    return cell[1:] if cell.startswith("'") and _is_risky(cell) else cell


def _is_risky(text):
    bare = text.lstrip("'")
    return bare.startswith(FORMULA_SIGNS) or bare.lstrip().startswith(FORMULA_SIGNS)


def _written(sheet, value, *, bold=False):
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        # Otherwise « =1+1 » would be worked out.
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA_SIGNS)
    if isinstance(value, datetime):
        cell.number_format = MINUTES
    if bold:
        cell.font = Font(bold=True)
    return cell
