"""What was probably meant by a word nobody wrote: « planing » for « planning »."""

from search import asking, dictionary, vocabulary

SHORTEST_PART = 4
LONGEST = 40


def mend(asked, snapshot, language):
    """``asked`` with unknown words mended, or None where there are none to mend."""
    unknown = [wish for wish in asked.wishes if is_unknown(wish, snapshot)]
    if not unknown:
        return None
    known, text, mended = vocabulary.current(), asked.text, False
    # From the end, so that places in the text stay true.
    for wish in sorted(unknown, key=lambda one: -one.start):
        if better := _better(wish, known, snapshot):
            text = text[: wish.start] + better + text[wish.end :]
            mended = True
    return asking.parse(text, language) if mended else None


def is_unknown(wish, snapshot):
    """True where no public entry answers it, in whatever way."""
    return not any(
        snapshot.anywhere(token)
        for way in wish.ways
        for one_of in way.all_of
        for token in one_of
    )


def _better(wish, known, snapshot):
    word = wish.forms[0]
    if len(wish.forms) > 1 or len(word) > LONGEST:
        return None
    return (
        _begun(word, known, snapshot)
        or _parted(word, known)
        or _near(word, known, snapshot)
    )


def _begun(word, known, snapshot):
    """The usual word that begins so, where it was left unfinished."""
    if len(word) < SHORTEST_PART:
        return None
    longer = known.beginning(word, 50)
    return max(longer, key=lambda one: (_use(one, snapshot), one), default=None)


def _parted(word, known):
    """Two known words written as one."""
    for end in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if word[:end] in known and word[end:] in known:
            return f"{word[:end]} {word[end:]}"
    return None


def _near(word, known, snapshot):
    """The known word with the fewest mistakes; then with the same first letter."""
    near = known.near(word)
    snapshot.fetch(other for _mistakes, other in near)
    terms = dictionary.current().words
    found = [
        (mistakes, other[0] != word[0], -_use(other, snapshot), other)
        for mistakes, other in near
        if other in terms or _use(other, snapshot)
    ]
    return min(found)[3] if found else None


def _use(word, snapshot):
    return snapshot.anywhere(word).bit_count()
