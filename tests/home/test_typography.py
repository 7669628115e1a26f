import pytest

from home.content.typography import typeset


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("l'offre", "l’offre"),
        ("L'objectif ? Oui !", "L’objectif\u00a0? Oui\u00a0!"),
        ("« lâcher »", "«\u00a0lâcher\u00a0»"),
        ("80 % ; 45 %", "80\u00a0%\u00a0; 45\u00a0%"),
        ("de 9 h 15 à 12 h", "de 9\u00a0h\u00a015 à 12\u00a0h"),
        ("délais...", "délais…"),
        ("https://portal.example/a?b=c", "https://portal.example/a?b=c"),
        ("Wie is er?", "Wie is er?"),
    ],
)
def test_ordinary_keys_become_french_typography(typed, expected):
    assert typeset(typed) == expected


def test_setting_twice_is_the_same_as_once():
    once = typeset("« L'heure : 9 h 15 »")

    assert typeset(once) == once


def test_every_part_of_a_nested_value_is_set():
    blocks = [("text", {"items": ["l'un", ("l'autre", 3)]})]

    assert typeset(blocks) == [("text", {"items": ["l’un", ("l’autre", 3)]})]
