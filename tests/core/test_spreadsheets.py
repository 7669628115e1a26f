"""Tables that open right in a spreadsheet, and that never work anything out."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.utils.translation import gettext as _
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from portal.core import spreadsheets

MOMENT = datetime(2026, 1, 20, 8, 5, 9, tzinfo=UTC)
FORMULAS = ["=1+1", "+32 2 123 45 67", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"]


def read_csv(content):
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def sheet_of(rows, title="Feuille"):
    content = spreadsheets.as_xlsx(["A"], rows, title=title, widths=[10])
    return load_workbook(io.BytesIO(content)).active


def test_a_csv_file_has_its_mark_semicolons_and_whole_ends_of_lines():
    content = spreadsheets.as_csv(["Nom", "Né"], [["Zoé", "a;b"]])

    assert content == '\ufeffNom;Né\r\nZoé;"a;b"\r\n'.encode()


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_is_never_a_formula_in_csv(text):
    [[heading], [cell]] = read_csv(spreadsheets.as_csv([text], [[text]]))

    assert heading == cell == f"'{text}"


@pytest.mark.parametrize("text", ["=1+1", "+32 2 123 45 67", "-1", "@SUM(A1)"])
def test_a_text_is_never_a_formula_in_a_workbook(text):
    cell = sheet_of([[text]])["A2"]

    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


def test_a_moment_is_a_date_of_brussels():
    cell = sheet_of([[MOMENT]])["A2"]

    assert (cell.value, cell.is_date) == (datetime(2026, 1, 20, 9, 5), True)  # noqa: DTZ001
    [_heading, [words]] = read_csv(spreadsheets.as_csv(["A"], [[MOMENT]]))
    assert words == "20/01/2026 09:05"


def test_numbers_stay_numbers_and_nothing_stays_empty():
    sheet = sheet_of([[12], [None], [True]])

    assert [sheet[f"A{row}"].value for row in (2, 3, 4)] == [12, None, _("yes")]


@pytest.mark.parametrize("title", ["[a]:b*c?d/e\\f", "x" * 80])
def test_a_sheet_has_a_name_spreadsheets_accept(title):
    assert len(sheet_of([], title=title).title) <= 31


@settings(max_examples=25, deadline=None)
@given(st.text())
def test_any_text_can_be_written_and_begins_no_formula(text):
    [_heading, [cell]] = read_csv(spreadsheets.as_csv(["A"], [[f"x{text}"]]))
    assert cell == f"x{text}"

    written = spreadsheets.as_csv(["A"], [[text]]).decode("utf-8-sig")
    assert not written.split("\r\n", 1)[1].startswith(tuple("=+-@"))
    assert sheet_of([[text]])["A2"].data_type != "f"


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("'=+\n\t ;a"), max_size=5))
@example("'\n;")
def test_what_was_made_harmless_is_read_as_it_was(text):
    [_heading, [cell]] = read_csv(spreadsheets.as_csv(["A"], [[text]]))
    assert spreadsheets.as_text(cell) == text
