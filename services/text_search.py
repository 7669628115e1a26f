"""The services whose words begin with all the words somebody typed.

Names, descriptions, organisations, terms with their synonyms, and phone numbers, in
all languages and folded as the whole portal folds them. The page of the directory and
the interface for programs find the same by it.
"""

from collections import defaultdict
from functools import lru_cache

from django.db.models import Value

from portal.core import edition
from portal.core.analysis import fold, words
from portal.core.models.words import columns
from services.models.need import Need
from services.models.organisation import Organisation
from services.models.phone import Phone
from services.models.service import Service
from services.models.taxonomy import Term

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
        self.own = _of_services()
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


def _of_services():
    """The words of each public service itself, each with a blank before it."""
    numbers = defaultdict(list)
    phones = Phone.objects.filter(service__live=True).order_by()
    for service, number in phones.values_list("service", "number"):
        numbers[service].append(number)
    owners = _of_organisations(OF_OWNERS)
    services = Service.objects.public().order_by()
    rows = services.values_list("pk", "organisation", *TEXTS)
    return {
        pk: _folded(texts) + owners[owner] + _folded(numbers[pk])
        for pk, owner, *texts in rows.iterator()
    }


def _of_organisations(names):
    rows = Organisation.objects.order_by().values_list("pk", *names)
    return {pk: _folded(texts) for pk, *texts in rows}


def _folded(texts):
    return " ".join(["", *map(_fold, filter(None, texts))])


@lru_cache(maxsize=TEXTS_IN_MEMORY)
def _fold(text):
    """A change touches few texts: the others are not folded again."""
    return fold(text)
