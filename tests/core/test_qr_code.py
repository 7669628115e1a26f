"""A QR code is drawn dark on light, module by module, with a quiet edge."""

import re

import segno

from portal.core.qr_code import QUIET, QrCode

ADDRESS = "https://portail.example/fr/agenda/calendrier.ics?theme=santé&type=x"


def test_the_drawing_has_the_dark_modules_of_the_code_and_no_other():
    code = QrCode(ADDRESS)
    matrix = segno.make_qr(ADDRESS, error="m").matrix
    drawn = {
        (int(row) - QUIET, int(column) - QUIET)
        for column, row in re.findall(r"M(\d+) (\d+)h1v1h-1z", code.path)
    }

    assert drawn == {
        (row, column)
        for row, modules in enumerate(matrix)
        for column, dark in enumerate(modules)
        if dark
    }
    assert code.side == len(matrix) + 2 * QUIET
