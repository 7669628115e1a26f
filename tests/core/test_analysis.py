"""What a reader writes and what a page says meet once both are folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.analysis import first_of_stem, fold, stem
from portal.core.analysis.stemming import FRENCH_WORDS, LANGUAGES


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


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1), st.sampled_from(LANGUAGES))
def test_the_first_letter_of_a_stem_is_told_without_it(word, language):
    assert first_of_stem(word, language) in {"", stem(word, language)[:1]}


@pytest.mark.parametrize("word", FRENCH_WORDS)
def test_nor_is_it_wrong_of_irregular_words(word):
    assert first_of_stem(word, "fr") == stem(word, "fr")[:1]
