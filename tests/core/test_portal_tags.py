"""Small services of the templates."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.templatetags.portal_tags import (
    dial_emergency,
    first_words,
    json_block,
)


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("Appelez le 112.", ["112"]),
        ("Le 107 ou le 112", ["107", "112"]),
        ("Ouvert en 2026, 1120 Bruxelles", []),
    ],
)
def test_emergency_numbers_are_one_tap_away(text, dialled):
    shown = dial_emergency(text)

    assert [f'href="tel:{number}"' in shown for number in dialled] == [True] * len(
        dialled
    )
    assert shown.count("tel:") == len(dialled)


def test_a_text_around_a_number_stays_a_text():
    assert "<b>" not in dial_emergency("<b>112</b>")


@given(text=st.text())
def test_no_text_ends_a_script_block(text):
    block = json_block({"name": text})

    assert not set("<>&") & set(block)
    assert json.loads(block) == {"name": text}


def test_a_shortened_text_keeps_its_no_break_spaces():
    text = "Un\u00a0: deux trois quatre"

    assert first_words(text, 2) == "Un\u00a0: deux…"
    assert first_words(text, 4) == text
