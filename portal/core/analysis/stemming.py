"""What is left of a word without its endings, language by language (Snowball)."""

import re
from functools import lru_cache
from threading import Lock

import snowballstemmer

# A stemmer keeps the word at hand: one thread at a time.
_lock = Lock()
_STEMMERS = {
    "fr": snowballstemmer.stemmer("french"),
    "nl": snowballstemmer.stemmer("dutch"),
    "en": snowballstemmer.stemmer("english"),
    "es": snowballstemmer.stemmer("spanish"),
}
LANGUAGES = tuple(_STEMMERS)
# Folded, « âgée » would keep one letter more than « âgé » once stemmed.
FRENCH_FEMININE = re.compile(r"(?<=\w\w)ee(s?)$")
# Plurals in -x that the stemmer keeps apart from their singular.
FRENCH_PLURAL = re.compile(r"(eau|^(?:mi)?lieu|^(?:en)?jeu|^feu|^voeu|^cheveu|^aveu)x$")
FRENCH_WORDS = {"travaux": "travail", "yeux": "oeil", "baux": "bail"}
HAS_FIGURE = re.compile(r"\d")
SHORTEST, LONGEST = 3, 60
# Whose stemmer may take away a beginning (« gezondheid »).
LOSES_ITS_BEGINNING = "nl"


@lru_cache(maxsize=100_000)
def stem(word, language):
    """The stem of a folded word; figures and very short words are their own."""
    if not SHORTEST <= len(word) <= LONGEST or HAS_FIGURE.search(word):
        return word
    if language == "fr":
        word = FRENCH_WORDS.get(word) or FRENCH_FEMININE.sub(r"e\1", word)
        word = FRENCH_PLURAL.sub(r"\1", word)
    with _lock:
        return _STEMMERS[language].stemWord(word)


def first_of_stem(word, language):
    """The letter that the stem of ``word`` begins with; "" where only the stem tells.

    A stem takes its time: who looks for some stems in a text can leave out the rest.
    """
    if language == LOSES_ITS_BEGINNING:
        return ""
    return (FRENCH_WORDS.get(word, word) if language == "fr" else word)[:1]
