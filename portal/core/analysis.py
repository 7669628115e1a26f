"""How the portal reads words: the same for what is kept and for what is asked.

Case, accents, ligatures and apostrophes do not count; a slash, a hyphen or any other
sign parts two words, and a middle dot does not (« acteur·rices »).
"""

import re
import unicodedata

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
# Every sign met as a middle dot, the right one (U+00B7) first.
MIDDLE_DOTS = re.compile("[\u00b7\u2022\u2027\u22c5\u30fb\u0387]")
WORD = re.compile(r"[^\W_]+")


def fold(text):
    """The words of ``text`` folded, parted by one blank; markup is not understood."""
    return " ".join(words(text))


def words(text):
    """The folded words of ``text``, in their order."""
    text = unicodedata.normalize("NFKD", MIDDLE_DOTS.sub("", text)).casefold()
    text = text.translate(LIGATURES)
    return WORD.findall("".join(sign for sign in text if not _is_accent(sign)))


def _is_accent(sign):
    return unicodedata.combining(sign) != 0
