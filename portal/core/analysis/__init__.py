"""How the portal reads words: the same for what is kept and for what is asked."""

from portal.core.analysis import dutch
from portal.core.analysis.folding import MIDDLE_DOTS, fold, words
from portal.core.analysis.reading import CHUNK, Reading, read, read_chunk
from portal.core.analysis.stemming import first_of_stem, stem
from portal.core.analysis.stop_words import STOP_WORDS

__all__ = [
    "CHUNK",
    "MIDDLE_DOTS",
    "STOP_WORDS",
    "Reading",
    "dutch",
    "first_of_stem",
    "fold",
    "read",
    "read_chunk",
    "stem",
    "words",
]
