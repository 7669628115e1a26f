"""Letters as search compares them: case, accents, ligatures and signs do not count.

A slash, a hyphen or any other sign parts two words, and a middle dot does not
(« acteur·rices »): what an inclusive form stands for is for ``inclusive`` to say.
"""

import re
import unicodedata

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l"})
# Every sign met as a middle dot, the right one (U+00B7) first.
MIDDLE_DOTS = re.compile("[\u00b7\u2022\u2027\u2219\u22c5\u30fb\u0387]")
WORD = re.compile(r"[^\W_]+")


def fold(text):
    """The words of ``text`` folded, parted by one blank; markup is not understood."""
    return " ".join(words(text))


def words(text):
    """The folded words of ``text``, in their order."""
    return WORD.findall(letters(MIDDLE_DOTS.sub("", text)))


def letters(text):
    """``text`` without case, accents and ligatures; its other signs stay."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text).casefold()
    # Some signs have an accent only once their case is folded.
    text = unicodedata.normalize("NFKD", text).translate(LIGATURES)
    return "".join(sign for sign in text if unicodedata.combining(sign) == 0)
