"""By what an entry can be found: the tokens of a document, and those of a word.

- ``sante``: the word as it stands, folded;
- ``fr:sant``: its stem, in the language of the text;
- ``+1f3a``: two words that follow each other, stop words left out (their checksum);
- ``#kind:report``, ``#3``: facts of the entry, and the bits of its rank among equals.
"""

import datetime
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, islice, pairwise
from typing import NamedTuple
from zlib import crc32

from portal.core.analysis import CHUNK, STOP_WORDS, dutch, read_chunk, stem
from portal.core.searchable import KINDS, Field
from search.models.posting import TOKEN_LENGTH

FACTS = 0
LEVELS = tuple(map(int, Field))
# Running text is long: only its beginning is read for phrases.
PHRASES_WITHIN = 120  # words
WORDS_AT_MOST = 20_000
# Signs of what is kept in memory, since it is met again and again.
CHUNK_KEPT, TEXT_KEPT = 60, 120
FIRST_DAY = datetime.date(2015, 1, 1)
DAY_BITS, CHANCE_BITS = 14, 8
RANK_BITS = DAY_BITS + CHANCE_BITS
# Half the words of a text begin one: each of them is written once and for all.
PHRASES = tuple(f"+{number:x}" for number in range(0x4000))


def word(form):
    return form[:TOKEN_LENGTH]


def is_word(token):
    """Whether it is a word as it stands: neither a stem, nor a phrase, nor a fact."""
    return token[:1] not in "+#" and token[2:3] != ":"


def stemmed(form, language):
    return f"{language}:{stem(form, language)}"[:TOKEN_LENGTH]


def phrase(first, second):
    """For two stems in the same language."""
    return PHRASES[crc32(f"{first} {second}".encode()) & 0x3FFF]


def of_document(source, document):
    """The tokens of each field, by the number of the field; facts by 0."""
    found = {FACTS: _facts(source, document)}
    for wording in document.wordings:
        for field, text in _texts(wording, KINDS[document.kind]):
            if text:
                held = found.setdefault(int(field), set())
                held |= _of_text(text, wording.language)
    return found


def write(tokens):
    """One line for each field, always the same for the same tokens."""
    return "\n".join(f"{n} {' '.join(sorted(tokens[n]))}" for n in sorted(tokens))


def parse(written):
    """(field, tokens) of what ``write`` wrote."""
    for line in written.splitlines():
        number, *tokens = line.split(" ")
        yield int(number), tokens


def _texts(wording, kind):
    yield Field.NAME, wording.title
    yield Field.SUMMARY, wording.summary
    yield wording.body_field, wording.body
    yield Field.SUMMARY, kind.words.get(wording.language, "")
    yield from wording.texts


class _Chunk(NamedTuple):
    tokens: frozenset
    # Of each word, the stems of it and of its parts; none where it tells nothing.
    stems: tuple


def _of_text(text, language):
    is_short = len(text) <= TEXT_KEPT
    return _of_short_text(text, language) if is_short else _read_text(text, language)


def _read_text(text, language):
    written = CHUNK.findall(text)[:WORDS_AT_MOST]
    tokens = {one: _of_chunk(one, language) for one in dict.fromkeys(written)}
    phrases = _phrases(tokens[one].stems for one in written)
    return frozenset().union(phrases, *(chunk.tokens for chunk in tokens.values()))


# Names of terms and of places stand in hundreds of entries.
_of_short_text = lru_cache(maxsize=5_000)(_read_text)


def _of_chunk(written, language):
    read_it = _of_short_chunk if len(written) <= CHUNK_KEPT else _read_chunk
    return read_it(written, language)


def _read_chunk(written, language):
    chunk, tokens = read_chunk(written), set()
    for form in chain.from_iterable(position.forms for position in chunk.words):
        tokens.update(_of_form(form, language))
    if chunk.compound:
        tokens.add(word(chunk.compound))
    stems = (_telling_stems(position.forms[0], language) for position in chunk.words)
    return _Chunk(frozenset(tokens), tuple(stems))


_of_short_chunk = lru_cache(maxsize=50_000)(_read_chunk)


def _of_form(form, language):
    """The word and its stem; those of its parts too."""
    forms = list(_with_parts(form, language))
    return (*map(word, forms), *(stemmed(one, language) for one in forms))


def _with_parts(form, language):
    yield form
    if language == "nl":
        yield from dutch.parts(form)


def _telling_stems(form, language):
    if form in STOP_WORDS[language]:
        return ()
    return tuple(stem(one, language) for one in _with_parts(form, language))


def _phrases(of_chunks):
    positions = islice(chain.from_iterable(of_chunks), PHRASES_WITHIN)
    for before, after in pairwise(filter(None, positions)):
        yield phrase(before[-1], after[0])
        if len(after) > 1:
            # Also with the first part of a compound.
            yield phrase(before[-1], after[1])


def content_stems(positions, language):
    """One stem for each word that tells something, in order."""
    skipped = STOP_WORDS[language]
    return [
        stem(position.forms[0], language)
        for position in positions
        if position.forms[0] not in skipped
    ]


def _facts(source, document):
    facts = {"#all", f"#kind:{document.kind}"}
    facts |= {f"#lang:{wording.language}" for wording in document.wordings}
    if document.is_stale:
        facts.add("#stale")
    rank = _rank(source, document)
    return facts | {f"#{n}" for n in range(RANK_BITS) if rank >> n & 1}


def _rank(source, document):
    """Among equals the newer goes first; then the order is any, but always the same."""
    day = max((document.date or FIRST_DAY) - FIRST_DAY, datetime.timedelta()).days
    name = f"{source}/{document.key}".encode()
    chance = blake2b(name, digest_size=1).digest()[0]
    return min(day, (1 << DAY_BITS) - 1) << CHANCE_BITS | chance
