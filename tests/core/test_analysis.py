"""What a reader writes and what a page says meet once both are folded."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.core.analysis import dutch, first_of_stem, fold, inclusive, read, stem
from portal.core.analysis.stemming import FRENCH_WORDS, LANGUAGES

NAUGHTY = Path(__file__).parents[1] / "search" / "blns.json"
# Half of a pair of surrogates is no sign, and may be sent all the same.
ANY_TEXT = st.text(st.characters())
LETTERS = st.text("abcdeéèçilmnoprstuvœ", min_size=3, max_size=12)
ENDINGS = st.sampled_from(sorted(inclusive.ENDINGS))


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


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1), st.sampled_from(LANGUAGES))
def test_the_first_letter_of_a_stem_is_told_without_it(word, language):
    assert first_of_stem(word, language) in {"", stem(word, language)[:1]}


@pytest.mark.parametrize("word", FRENCH_WORDS)
def test_nor_is_it_wrong_of_irregular_words(word):
    assert first_of_stem(word, "fr") == stem(word, "fr")[:1]


def check_reading(text):
    """Each word stands in the text, after the one before, and is folded already."""
    end = 0
    for word in read(text).words:
        assert end <= word.start < word.end <= len(text)
        assert word.forms
        end = word.end
    for form in read(text).forms:
        assert fold(form) == form
        assert all(stem(form, language) for language in LANGUAGES)
        assert all(dutch.parts(form))


@given(ANY_TEXT)
@example("\x00")
@example("(a)(b)c·d.e-f/g")
@example("ǰ·e")
def test_any_text_can_be_read(text):
    check_reading(text)


def test_naughty_strings_can_be_read():
    for text in json.loads(NAUGHTY.read_text()):
        check_reading(text)


@given(ANY_TEXT)
def test_a_stem_is_made_of_any_word(text):
    for language in LANGUAGES:
        assert isinstance(stem(fold(text), language), str)


@given(LETTERS, ENDINGS, st.booleans(), st.sampled_from("·•‧∙⋅・"))
def test_an_inclusive_form_is_read_as_each_word_it_stands_for(
    word, ending, plural, sign
):
    endings = [ending, "s"] if plural else [ending]
    written = sign.join([word, *endings])

    (found,) = read(f"Pour {written}, ici").words[1:-1]

    assert found.forms == inclusive.forms(word, *endings)
    # Whoever asks for one of them asks for that word alone, and it is held.
    assert all(list(read(form).forms) == [form] for form in found.forms)
    assert set(read(written).forms) == set(found.forms)


@pytest.mark.parametrize(
    "written", ["un·e", "un.e", "un-e", "un(e)", "acteur(rice)s", "acteur-rice-s"]
)
def test_other_signs_than_the_dot_stand_for_it(written):
    forms = set(read(written).forms)

    assert forms >= (
        {"un", "une"} if written.startswith("un") else {"acteur", "actrices"}
    )


@pytest.mark.parametrize("written", ["porte-clés", "site.be", "on-est", "a.b"])
def test_what_only_looks_like_an_ending_is_a_word(written):
    assert len(read(written).words) == 2
