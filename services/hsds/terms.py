"""Every word services are described by, as taxonomies and terms of HSDS.

Beside the axes of the directory itself: needs, themes, and how soon and how full a
service is.
"""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core.models import Theme
from services.hsds import identity
from services.hsds.told import told
from services.models import Delay, Need, Saturation, Taxonomy, Term

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


class Words:
    """All of them in the active language, read once for an answer."""

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

    def called(self, field, code):
        return self.by_code.get((field, code))

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
