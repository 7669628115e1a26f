"""The services whose words begin with all the words somebody typed.

Names, descriptions, organisations, terms with their synonyms, and phone numbers, in
all languages and folded as the whole portal folds them. The one place to change when
services are found by another search.
"""

from collections import defaultdict
from functools import lru_cache

from portal.core import edition
from portal.core.analysis import fold, words
from portal.core.models.words import columns
from services.models.need import Need
from services.models.phone import Phone
from services.models.service import Service
from services.models.taxonomy import Term

# Beyond these many words nobody narrows any more.
MOST_WORDS = 10
TEXTS = [
    *columns("name"),
    *columns("alternate_name"),
    *columns("description"),
    *columns("eligibility_description"),
    *(f"organisation__{name}" for name in columns("name")),
    *(f"organisation__{name}" for name in columns("alternate_name")),
]
TERM_TEXTS = [*columns("name"), *columns("synonyms")]
TEXTS_IN_MEMORY = 50_000
TERM_FIELDS = ("service_types", "conditions", "publics", "modes")


def found(text):
    """The keys of the listed services ``text`` finds; None where it has no word."""
    asked = words(text)[:MOST_WORDS]
    if not asked:
        return None
    starts = [f" {word}" for word in asked]
    folded = edition.kept("words of services", _folded)
    return [pk for pk, text in folded.items() if all(start in text for start in starts)]


def _folded():
    """The words of each listed service, each with a blank before it."""
    said = defaultdict(list)
    listed = Service.objects.listed().order_by()
    for pk, *texts in listed.values_list("pk", *TEXTS):
        said[pk] += texts
    terms = _texts_of(Term.objects.all())
    for service, term in _terms_of_services(TERM_FIELDS):
        said[service].append(terms[term])
    needs = _texts_of(Need.objects.all())
    for service, need in _pairs("needs", "need_id"):
        said[service].append(needs[need])
    for service, number in Phone.objects.order_by().values_list("service", "number"):
        said[service].append(number)
    live = set(listed.values_list("pk", flat=True))
    return {pk: " ".join(["", *map(_fold, filter(None, said[pk]))]) for pk in live}


@lru_cache(maxsize=TEXTS_IN_MEMORY)
def _fold(text):
    """A change touches few texts: the others are not folded again."""
    return fold(text)


def _texts_of(records):
    fields = records.order_by().values_list("pk", *TERM_TEXTS)
    return {pk: " ".join(texts) for pk, *texts in fields}


def _terms_of_services(fields):
    first, *others = [_pairs(field, "term_id") for field in fields]
    return first.union(*others)


def _pairs(field, column):
    return (
        getattr(Service, field)
        .through.objects.order_by()
        .values_list("service_id", column)
    )
