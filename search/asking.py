"""What a reader asks for: each word, and all that may stand for it.

Every word is a wish. A synonym or a compound answers all the wishes it spans, so that
« service de santé mentale » is met by « SSM ». Nothing here depends on which words they
are, and whatever is written can be asked.
"""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from portal.core.analysis import STOP_WORDS, read, stem
from portal.core.analysis.stemming import LANGUAGES
from search import dictionary, tokens, vocabulary

MAX_WORDS = 12
# How well a way of meeting a wish tells what was meant, of 10.
AS_WRITTEN, BY_STEM, BY_OTHER_STEM, BY_BEGINNING = 10, 9, 7, 5
# A known phrase as it is known, and what stands for it.
AS_PHRASE, BY_SYNONYM = 11, 7
# Letters a beginning needs to tell something; words that may follow from it.
LONG_ENOUGH, COMPLETIONS = 6, 20
# Words of a known phrase, when they stand apart.
APART = 4
COMMON = frozenset().union(*STOP_WORDS.values())


@dataclass(frozen=True)
class Way:
    """Tokens that must stand in one field together."""

    # Of each word of it, the tokens of which one is enough.
    all_of: tuple
    worth: int
    text: str
    # "word", "stem", "phrase", "synonym" or "beginning".
    reason: str
    phrases: tuple = ()

    @property
    def tokens(self):
        yield from (token for one_of in self.all_of for token in one_of)
        yield from self.phrases


@dataclass
class Wish:
    """One word asked for."""

    text: str
    forms: tuple
    # Its place in the text.
    start: int
    end: int
    ways: list = field(default_factory=list)
    # A term of several words it is a part of.
    phrase: tuple = ()

    def may_be(self, way):
        """A number beside other words is meant as it is: « équipe mobile 107 »."""
        number = self.forms[0]
        return not number.isdigit() or number in read(way.text).forms

    def set_apart(self, phrase):
        """It means something only with the rest of ``phrase``."""
        if not self.phrase:
            self.ways = [
                replace(way, worth=way.worth * APART // 10) for way in self.ways
            ]
            self.phrase = phrase


@dataclass
class Asked:
    text: str
    wishes: list
    # Pairs of words that follow each other: worth something, never demanded.
    neighbours: list
    meanings: list = field(default_factory=list)

    @property
    def tokens(self):
        yield from (t for wish in self.wishes for way in wish.ways for t in way.tokens)
        yield from (token for one_of in self.neighbours for token in one_of)

    @property
    def shows_urgency(self):
        return any(meaning.shows_urgency for meaning in self.meanings)


def parse(query, language):
    """What ``query`` asks for, by a reader of ``language``."""
    reading = read(query)
    positions = reading.words[:MAX_WORDS]
    wished = {
        place: _wish(reading.text, positions[place], language)
        for place in _demanded(positions)
    }
    asked = Asked(query, [*wished.values()], _neighbours(wished.values()))
    _add_synonyms(asked, positions, wished)
    _add_compounds(reading, wished)
    _add_longer_words(asked)
    return asked


def ways_of(form, language):
    """How one folded word can be met, the surest way first."""
    yield Way(((tokens.word(form),),), AS_WRITTEN, form, "word")
    for other in sorted(LANGUAGES, key=lambda code: code != language):
        worth = BY_STEM if other == language else BY_OTHER_STEM
        yield Way(((tokens.stemmed(form, other),),), worth, form, "stem")


def demanded(text):
    """The words that ``parse`` makes wishes of, each as its folded forms."""
    positions = read(text).words[:MAX_WORDS]
    return [positions[place].forms for place in _demanded(positions)]


def _demanded(positions):
    """The places of words that are not too common to be demanded, else of all."""
    telling = [n for n, p in enumerate(positions) if not COMMON.issuperset(p.forms)]
    return telling or range(len(positions))


def _wish(text, position, language):
    start, end = position.start, position.end
    wish = Wish(text[start:end], position.forms, start, end)
    for form in position.forms:
        wish.ways += ways_of(form, language)
    return wish


def _neighbours(wishes):
    """The tokens of each pair of wishes, in whatever language they are."""
    return [
        tuple(
            {tokens.phrase(stem(a, code), stem(b, code)) for code in LANGUAGES},
        )
        for a, b in pairwise(wish.forms[0] for wish in wishes)
    ]


def _add_compounds(reading, wished):
    for compound in reading.compounds:
        form = tokens.word(compound.form)
        for place in range(compound.first, compound.last + 1):
            if place in wished:
                wished[place].ways.append(Way(((form,),), AS_WRITTEN, form, "word"))


def _add_longer_words(asked):
    """« gezondheid » also stands at the beginning of « gezondheidszorg »."""
    begun = [
        (wish, form)
        for wish in asked.wishes
        for form in wish.forms
        if len(form) >= LONG_ENOUGH
    ]
    known = vocabulary.current() if begun else None
    for wish, form in begun:
        for longer in known.beginning(form, COMPLETIONS):
            way = Way(((longer,),), BY_BEGINNING, longer, "beginning")
            wish.ways.append(way)


def _add_synonyms(asked, positions, wished):
    taken = []
    for places, term, meaning in _longest_first(positions):
        if not any(places < longer for longer in taken):
            taken.append(places)
            spanned = [wished[n] for n in sorted(places) if n in wished]
            _add_meaning(asked, meaning, term, spanned)


def _longest_first(positions):
    """(places, term, meaning) of every run of words that is a term somewhere."""
    known = dictionary.current()
    met = []
    for language in LANGUAGES:
        skipped = STOP_WORDS[language]
        places = [n for n, p in enumerate(positions) if p.forms[0] not in skipped]
        stems = [stem(positions[n].forms[0], language) for n in places]
        for start, end in _spans(len(places)):
            run = (language, tuple(stems[start:end]))
            for meaning in known.meanings.get(run, ()):
                met.append((frozenset(places[start:end]), run, meaning))
    return sorted(met, key=lambda one: -len(one[0]))


def _spans(count):
    """(start, end) of every run of up to so many words."""
    for start in range(count):
        for end in range(start + 1, min(count, start + dictionary.LONGEST) + 1):
            yield start, end


def _add_meaning(asked, meaning, asked_term, wishes):
    if meaning in asked.meanings:
        return
    asked.meanings.append(meaning)
    ways = [_way(term, asked_term) for term in meaning.terms_for(asked_term)]
    for wish in wishes:
        if len(wishes) > 1:
            wish.set_apart(asked_term)
            wish.ways += [way for way in ways if wish.may_be(way)]
        else:
            wish.ways += ways


def _way(term, asked_term):
    language, stems = asked_term
    is_asked = term.language == language and term.stems == stems
    as_asked = AS_PHRASE if len(stems) > 1 else AS_WRITTEN
    return Way(
        all_of=tuple((f"{term.language}:{one}",) for one in term.stems),
        worth=as_asked if is_asked else BY_SYNONYM,
        text=term.text,
        reason="phrase" if is_asked else "synonym",
        phrases=tuple(tokens.phrase(a, b) for a, b in pairwise(term.stems)),
    )
