"""Which language a text is in, by the small words that every text is full of."""

from portal.core.analysis import STOP_WORDS, words

ENOUGH = 5
LOOKED_AT = 20_000  # signs


def guess(text):
    """The code of its language, or nothing where too little tells."""
    said = words(text[:LOOKED_AT])
    counts = {
        language: sum(word in common for word in said)
        for language, common in STOP_WORDS.items()
    }
    first, second, *_others = sorted(counts, key=counts.get, reverse=True)
    surely = counts[first] >= ENOUGH and counts[first] > counts[second]
    return first if surely else ""
