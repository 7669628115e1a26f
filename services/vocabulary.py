"""The words services are filed under, in the reader's language, for lists and filters.

Read once per edition: they are few, and every list and every card shows them.
"""

from dataclasses import dataclass, field

from django.utils.translation import get_language

from portal.core import edition
from portal.core.models import Commune
from services.models.language import Language
from services.models.need import Need
from services.models.taxonomy import Axis, Term


@dataclass(frozen=True)
class Choice:
    """One word of an axis."""

    pk: int
    # As addresses have it.
    code: str
    # In short, for a filter; and in full.
    label: str
    name: str
    group: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """The choices of each axis by their keys, in the order of the editors."""

    by_axis: dict = field(default_factory=dict)

    def choices(self, axis):
        return list(self.by_axis.get(axis, {}).values())

    def of(self, axis, pks):
        """The choices with the keys ``pks``, in the order of the axis."""
        wanted = set(pks)
        return [choice for choice in self.choices(axis) if choice.pk in wanted]

    def coded(self, axis, codes):
        wanted = set(codes)
        return [choice for choice in self.choices(axis) if choice.code in wanted]


def here():
    """The vocabulary in the reader's language."""
    return edition.kept(("vocabulary", get_language()), _read)


def _read():
    axes = {
        "needs": _by_pk(Need.objects.all(), _of_need),
        "languages": _by_pk(Language.objects.all(), _of_language),
        "communes": _by_pk(Commune.objects.all(), _of_commune),
        **{axis: {} for axis in Axis.values},
    }
    terms = Term.objects.select_related("taxonomy").order_by("sort_order", "name_fr")
    for term in terms:
        axes.setdefault(term.taxonomy.code, {})[term.pk] = _of_term(term)
    return Vocabulary(axes)


def _by_pk(records, choice_of):
    return {record.pk: choice_of(record) for record in records}


def _of_need(need):
    return Choice(need.pk, need.code, need.short_name, need.name)


def _of_language(language):
    return Choice(language.pk, language.code, language.name, language.name)


def _of_commune(commune):
    return Choice(commune.pk, commune.slug, commune.name, commune.name)


def _of_term(term):
    return Choice(term.pk, term.code, term.label, term.name, term.group)
