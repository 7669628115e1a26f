"""The forms an inclusive spelling stands for: « acteur·rices » is four words."""

import re
from functools import lru_cache

from portal.core.analysis.folding import letters

# The end of a masculine, the ending written after it, the end of the feminine.
FEMININES = (
    ("tous", "te", "toute"),
    ("tou", "te", "toute"),
    ("teur", "trice", "trice"),
    ("eur", "rice", "rice"),
    ("eur", "ice", "rice"),
    ("eur", "euse", "euse"),
    ("eur", "se", "euse"),
    ("eur", "resse", "oresse"),
    ("eux", "euse", "euse"),
    ("eux", "se", "euse"),
    ("oux", "se", "ouse"),
    ("er", "ere", "ere"),
    ("ier", "iere", "iere"),
    ("f", "ve", "ve"),
    ("if", "ive", "ive"),
    ("n", "ne", "nne"),
    ("en", "enne", "enne"),
    ("ien", "ienne", "ienne"),
    ("on", "onne", "onne"),
    ("l", "le", "lle"),
    ("el", "elle", "elle"),
    ("eau", "elle", "elle"),
    ("t", "te", "tte"),
    ("et", "ette", "ette"),
    ("s", "se", "sse"),
    ("e", "sse", "esse"),
    ("c", "que", "que"),
    ("c", "he", "che"),
    ("c", "che", "che"),
    ("aux", "ale", "ale"),
    ("al", "ale", "ale"),
)
ENDINGS = {"e", *(ending for _masculine, ending, _feminine in FEMININES)}
PLURALS = frozenset(["s", "x"])
# Before the added e, the s of a plural falls, and that of these does not.
THEIR_OWN_S = ("ois", "ais")
A_PLURAL = re.compile(r"(?<=\w)s$")
SHORTEST_WORD = 3
# Shorter than any other word that has an ending.
ARTICLE = "un"


def is_ending(part):
    """Whether ``part`` may follow a middle dot and be no word of its own."""
    part = letters(part)
    return part in PLURALS or A_PLURAL.sub("", part) in ENDINGS


def ends(word, part):
    """Whether ``part`` is surely an ending of ``word``, also after another sign."""
    word, part = letters(word), letters(part)
    is_short = len(word) < SHORTEST_WORD and word != ARTICLE
    if is_short or not word.isalpha():
        return False
    ending = A_PLURAL.sub("", part)
    return part in PLURALS or ending == "e" or _rule(word, ending) is not None


@lru_cache(maxsize=20_000)
def forms(word, *endings):
    """What ``word`` and its endings stand for, folded: both genders, both numbers."""
    word, *endings = map(letters, (word, *endings))
    if not all(map(is_ending, endings)):
        # Whole words on both sides of the dot: « celles·ceux ».
        return tuple(sorted({word, *endings}))
    singulars = [_masculine(word)]
    for ending in endings:
        if ending not in PLURALS:
            singulars.append(_feminine(word, A_PLURAL.sub("", ending)))
    return tuple(sorted({form for one in singulars for form in (one, _plural(one))}))


def _masculine(word):
    if word.endswith("aux"):
        return f"{word[:-3]}al"
    return "tous" if word == "tou" else word


def _feminine(word, ending):
    if (rule := _rule(word, ending)) is not None:
        masculine, feminine = rule
        return word.removesuffix(masculine) + feminine
    is_plural = len(word) > SHORTEST_WORD and not word.endswith(THEIR_OWN_S)
    return (A_PLURAL.sub("", word) if is_plural else word) + ending


def _rule(word, ending):
    fitting = (
        (masculine, feminine)
        for masculine, written, feminine in FEMININES
        if ending == written and word.endswith(masculine)
    )
    return next(fitting, None)


def _plural(word):
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return f"{word[:-2]}aux"
    return f"{word}x" if word.endswith(("eau", "eu")) else f"{word}s"
