"""Texts of records with the language they are in, where it is not the reader's."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import get_language


@dataclass(frozen=True)
class Said:
    text: str
    # Of a text shown in French because its translation is missing; else nothing.
    lang: str = ""

    def __bool__(self):
        return bool(self.text)

    def __str__(self):
        return self.text

    @property
    def lang_attribute(self):
        """`` lang="fr"`` for the element that holds the text, or nothing."""
        return format_html(' lang="{}"', self.lang) if self.lang else ""


def said(record, name):
    """The words ``name`` of ``record``, marked where they are not in our language."""
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    own = getattr(record, f"{name}_{language}", "")
    if own or language == settings.LANGUAGE_CODE:
        return Said(own)
    text = getattr(record, f"{name}_{settings.LANGUAGE_CODE}")
    return Said(text, settings.LANGUAGE_CODE if text else "")
