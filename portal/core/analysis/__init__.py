"""How the portal reads words: the same for what is kept and for what is asked."""

from portal.core.analysis import dutch
from portal.core.analysis.folding import MIDDLE_DOTS, fold, words
from portal.core.analysis.reading import Reading, read
from portal.core.analysis.stemming import stem
from portal.core.analysis.stop_words import STOP_WORDS

__all__ = [
    "MIDDLE_DOTS",
    "STOP_WORDS",
    "Reading",
    "dutch",
    "fold",
    "read",
    "stem",
    "words",
]
