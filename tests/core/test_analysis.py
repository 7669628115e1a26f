"""What a reader writes and what a page says meet once both are folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.analysis import fold


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Santé", "sante"),
        ("préventions", "preventions"),
        ("l’urgence/la crise", "l urgence la crise"),
        ("social/santé", "social sante"),
        ("acteur·rices", "acteurrices"),
        ("ŒUVRES", "oeuvres"),
        ("(Re)Construction", "re construction"),
        ("rendez-vous", "rendez vous"),
        ("a\x00b", "a b"),
        ("  ", ""),
    ],
)
def test_signs_case_and_accents_do_not_count(written, read):
    assert fold(written) == read


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
