"""The services whose words begin with all the words somebody typed.

Names, descriptions, organisations, terms with their synonyms, and phone numbers, in
all languages and folded as the whole portal folds them. The page of the directory and
the interface for programs find the same by it.
"""

from collections import defaultdict
from functools import lru_cache

from django.db import connection
from django.db.models import CharField, Value
from django.db.models.functions import Cast

from portal.core import edition
from portal.core.analysis import fold, words
from portal.core.models.words import columns
from services.models.need import Need
from services.models.organisation import Organisation
from services.models.phone import Phone
from services.models.service import Service
from services.models.taxonomy import Term

# More services than these are read with all the others.
FEW = 500
# Beyond these many words nobody narrows any more.
MOST_WORDS = 10
OF_OWNERS = [*columns("name"), *columns("alternate_name")]
OF_ORGANISATIONS = [*OF_OWNERS, *columns("description")]
TEXTS = [
    *columns("name"),
    *columns("alternate_name"),
    *columns("description"),
    *columns("eligibility_description"),
]
TERM_TEXTS = [*columns("name"), *columns("synonyms")]
TEXTS_IN_MEMORY = 50_000
# The fields that refer to terms, each with the column that does.
TERM_FIELDS = {
    "service_types": "term_id",
    "conditions": "term_id",
    "publics": "term_id",
    "modes": "term_id",
    "needs": "need_id",
}


def found(text):
    """The keys of the public services ``text`` finds; None where it has no word."""
    asked = words(text)[:MOST_WORDS]
    if not asked:
        return None
    read = edition.kept("words of services", _Read)
    return read.holding(asked)


def organisations_found(text):
    """The keys of the organisations ``text`` finds; None where it has no word."""
    asked = words(text)[:MOST_WORDS]
    if not asked:
        return None
    said = edition.kept(
        "words of organisations", lambda: _of_organisations(OF_ORGANISATIONS)
    )
    return set.intersection(*(_holding(said, word) for word in asked))


class _Read:
    """What services say, read once for an edition; who has a term, once it is asked."""

    def __init__(self):
        texts = OwnTexts() if connection.in_atomic_block else OWN_TEXTS
        self.own = texts.read()
        # By the column that refers to them, and their key.
        self.terms = {
            (column, pk): _folded(texts)
            for column, records in (
                ("term_id", Term.objects),
                ("need_id", Need.objects),
            )
            for pk, *texts in records.order_by().values_list("pk", *TERM_TEXTS)
        }
        self.having = {}

    def holding(self, asked):
        """The services that have a word beginning with each word ``asked`` for."""
        terms = [_holding(self.terms, word) for word in asked]
        self._read_who_has(set().union(*terms) - self.having.keys())
        return set.intersection(
            *(self._beginning(word, of) for word, of in zip(asked, terms, strict=True))
        )

    def _beginning(self, word, terms):
        return _holding(self.own, word).union(*(self.having[term] for term in terms))

    def _read_who_has(self, terms):
        if not terms:
            return
        first, *others = [_pairs(*of, terms) for of in TERM_FIELDS.items()]
        having = {term: set() for term in terms}
        for service, column, pk in first.union(*others, all=True):
            having[column, pk].add(service)
        self.having.update(having)


class OwnTexts:
    """The words of each service itself, read again only once the service changed.

    Nobody uses those kept here within a transaction, which may be undone.
    """

    def __init__(self):
        # By the key of the service: when it changed, and the words.
        self.kept = {}

    def read(self):
        """The words of each public service, a blank before each, by its key."""
        # As text, since nobody reckons with so many moments.
        changed = Cast("changed_at", CharField())
        services = Service.objects.public().order_by()
        rows = list(services.values_list("pk", "organisation", changed))
        late = [pk for pk, _owner, at in rows if self._moment(pk) != at]
        # Read after the moment: what changes in between is read again next time.
        texts = _texts_of(services, late)
        self.kept = kept = {
            pk: (at, texts[pk]) if pk in texts else self.kept[pk]
            for pk, _owner, at in rows
            if pk in texts or pk in self.kept
        }
        owners = _of_organisations(OF_OWNERS)
        return {
            pk: kept[pk][1] + owners[owner]
            for pk, owner, _at in rows
            if pk in kept and owner in owners
        }

    def _moment(self, pk):
        return self.kept[pk][0] if pk in self.kept else None


OWN_TEXTS = OwnTexts()


def _texts_of(services, keys):
    numbers = defaultdict(list)
    phones = Phone.objects.order_by()
    if len(keys) <= FEW:
        services, phones = services.filter(pk__in=keys), phones.filter(service__in=keys)
    for service, number in phones.values_list("service", "number"):
        numbers[service].append(number)
    return {
        pk: _folded(texts) + _folded(numbers[pk])
        for pk, *texts in services.values_list("pk", *TEXTS).iterator()
    }


def _holding(said, word):
    """The keys of the texts in which a word begins with ``word``."""
    start = f" {word}"
    return {key for key, text in said.items() if start in text}


def _pairs(field, column, terms):
    """Who has one of ``terms`` in ``field``, with the term."""
    through = getattr(Service, field).through
    wanted = [pk for of_column, pk in terms if of_column == column]
    having = through.objects.filter(**{f"{column}__in": wanted}).order_by()
    return having.values_list("service_id", Value(column), column)


def _of_organisations(names):
    rows = Organisation.objects.order_by().values_list("pk", *names)
    return {pk: _folded(texts) for pk, *texts in rows}


def _folded(texts):
    return " ".join(["", *map(_fold, filter(None, texts))])


@lru_cache(maxsize=TEXTS_IN_MEMORY)
def _fold(text):
    """A change touches few texts: the others are not folded again."""
    return fold(text)
