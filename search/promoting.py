"""Entries the team wants first for some words."""

from portal.core import edition
from portal.core.analysis import stem
from portal.core.analysis.stemming import LANGUAGES
from search import asking
from search.models import Entry, Promotion


def places(asked, index, language):
    """Where the promoted entries of ``asked`` stand in the index, in their order."""
    key = _key((wish.forms for wish in asked.wishes), language)
    keys = _promoted().get(key, ())
    found = (_place(source, key, index) for source, key in keys)
    return [place for place in found if place is not None]


def _promoted():
    return edition.kept("search-promotions", _read)


def _read():
    found = {}
    for promotion in Promotion.objects.order_by("pk"):
        for language in LANGUAGES:
            key = _key(asking.demanded(promotion.words), language)
            found.setdefault(key, []).append((promotion.source, promotion.key))
    return found


def _key(demanded, language):
    """The same for the same words, whatever their order, accents and endings."""
    stems = {stem(forms[0], language) for forms in demanded}
    return language, frozenset(stems)


def _place(source, key, index):
    entry = Entry.objects.filter(source=source, key=key).first()
    return index.place_of(entry) if entry else None
