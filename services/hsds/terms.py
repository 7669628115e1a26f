"""Every word services are described by, as taxonomies and terms of HSDS.

Beside the axes of the directory itself: needs, themes, and how soon and how full a
service is.
"""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Model
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core import edition
from portal.core.models import Bassin, Commune, Theme
from services.hsds import identity
from services.hsds.told import told
from services.models import Delay, Language, Need, Saturation, Taxonomy, Term

NEEDS, THEMES, DELAY, SATURATION = "needs", "themes", "delay", "saturation"


@dataclass(frozen=True)
class Axis:
    id: str
    name: str
    description: str

    def told(self):
        return told(id=self.id, name=self.name, description=self.description)


@dataclass
class Word:
    """One term, with what asks for the services it describes."""

    id: str
    code: str
    name: str
    description: str
    axis: Axis
    parent_id: str = ""
    # The field of ``Service``, and the record or the code in it.
    field: str = ""
    value: object = None

    @cached_property
    def told(self):
        return told(
            id=self.id,
            code=self.code,
            name=self.name,
            description=self.description,
            parent_id=self.parent_id,
            taxonomy=self.axis.name,
            taxonomy_detail=self.axis.told(),
            taxonomy_id=self.axis.id,
            language=get_language(),
        )


def known_words():
    """All of them in the active language, read once per edition."""
    return edition.kept(("words of hsds", get_language()), Words)


class Words:
    def __init__(self):
        self.axes, self.words = {}, []
        for taxonomy in Taxonomy.objects.all():
            self._add_axis(
                taxonomy.code, taxonomy.name, taxonomy.description, str(taxonomy.uuid)
            )
        self._add_terms()
        self._add_needs()
        self._add_themes()
        self._add_choices(DELAY, _("Delay before a first appointment"), Delay)
        self._add_choices(SATURATION, _("Room left"), Saturation)
        self.by_id = {word.id: word for word in self.words}
        self.by_code = {(word.field, word.code): word for word in self.words}
        self.records = {
            "languages": Language.objects.in_bulk(),
            "communes": Commune.objects.in_bulk(),
            "bassins": Bassin.objects.in_bulk(),
            **self._by_field(),
        }

    def called(self, field, code):
        return self.by_code.get((field, code))

    def among(self, field, pks):
        """What a service refers to by ``field``, in the order of the list."""
        return [one for pk, one in self.records.get(field, {}).items() if pk in pks]

    def _by_field(self):
        """The words whose records services refer to, by the field that does."""
        by_field = {}
        for word in self.words:
            if isinstance(word.value, Model):
                by_field.setdefault(word.field, {})[word.value.pk] = word
        return by_field

    def _add_axis(self, code, name, description="", key=""):
        key = key or identity.of_code("taxonomy", code)
        self.axes[code] = Axis(key, str(name), str(description or name))

    def _add(self, axis, key, record, **more):
        name = str(record.name)
        description = str(getattr(record, "description", "")) or name
        self.words.append(
            Word(key, record.code, name, description, self.axes[axis], **more)
        )

    def _add_terms(self):
        terms = Term.objects.select_related("taxonomy", "parent")
        for term in terms:
            self._add(
                term.taxonomy.code,
                str(term.uuid),
                term,
                parent_id=str(term.parent.uuid) if term.parent else "",
                field=term.taxonomy.code,
                value=term,
            )

    def _add_needs(self):
        self._add_axis(NEEDS, _("Needs"))
        for need in Need.objects.all():
            self._add(NEEDS, str(need.uuid), need, field=NEEDS, value=need)

    def _add_themes(self):
        self._add_axis(THEMES, _("Themes"))
        for theme in Theme.objects.all():
            key = identity.of_code("theme", theme.code)
            self._add(THEMES, key, theme, field=THEMES, value=theme)

    def _add_choices(self, field, name, choices):
        self._add_axis(field, name)
        for code, label in choices.choices:
            key, name = identity.of_code(field, code), str(label)
            self.words.append(
                Word(key, code, name, name, self.axes[field], field=field, value=code)
            )
