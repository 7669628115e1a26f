"""The team's synonyms, ready to be met in a query."""

from dataclasses import dataclass
from functools import lru_cache

from portal.core import edition
from portal.core.analysis import read
from portal.core.models import Synonyms
from search import tokens

# Words of the longest phrase looked for.
LONGEST = 8


@dataclass(frozen=True)
class Term:
    """One way to say it, as the stems of its words in one language."""

    text: str
    language: str
    stems: tuple


@dataclass(frozen=True)
class Meaning:
    terms: tuple
    shows_urgency: bool

    def terms_for(self, asked):
        """The term asked for, and what may stand for it.

        Not what is only a part of it, or of the usual term: « crise » finds more than
        « équipe mobile de crise » means.
        """
        language, stems = asked
        usual = {}
        for term in self.terms:
            usual.setdefault(term.language, set(term.stems))
        return [
            term
            for term in self.terms
            if (term.language, term.stems) == asked
            or not (
                set(term.stems) < usual[term.language]
                or (term.language == language and set(term.stems) < set(stems))
            )
        ]


@dataclass(frozen=True)
class Dictionary:
    # By language and stems.
    meanings: dict
    # Every word a term is made of, folded: no typing error, whatever is published.
    words: frozenset


def current():
    return edition.kept("search-dictionary", _read)


def _read():
    meanings, words = {}, set()
    for synonyms in Synonyms.objects.order_by("pk"):
        meaning = Meaning(tuple(_terms(synonyms)), synonyms.shows_urgency)
        for term in meaning.terms:
            held = meanings.setdefault((term.language, term.stems), [])
            held.append(meaning)
            words.update(_forms(term.text))
    return Dictionary(
        {key: tuple(held) for key, held in meanings.items()}, frozenset(words)
    )


def _terms(synonyms):
    for language, terms in synonyms.by_language().items():
        for text in terms:
            if stems := _stems(text, language):
                yield Term(text, language, stems)


# The same for as long as the term is, while others change each day.
@lru_cache(maxsize=5_000)
def _stems(text, language):
    return tuple(tokens.content_stems(read(text).words, language)[:LONGEST])


@lru_cache(maxsize=5_000)
def _forms(text):
    return tuple(read(text).forms)
