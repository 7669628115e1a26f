"""A page whose records are read below it, and who may read them: whoever may read it.

Records have addresses below such a page that are no pages. The page in the reader's
language is found once per edition.
"""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override
from wagtail.models import Page

from portal.core import edition


@dataclass(frozen=True)
class FrontDoor:
    page: Page
    is_restricted: bool
    # Where it is read in each language that has one, by its code.
    addresses: dict


class Entrance:
    """The pages of ``model``, read at the address ``name``."""

    def __init__(self, model, name):
        self.model = model
        self.name = name

    def here(self):
        """The ``FrontDoor`` in the reader's language, or None where there is none."""
        return edition.kept(("front door", self.name, get_language()), self._find)

    def is_public(self):
        """True when anybody may read below it in the reader's language."""
        door = self.here()
        return door is not None and not door.is_restricted

    def _find(self):
        code = get_language() or settings.LANGUAGE_CODE
        pages = self.model.objects.live().filter(locale__language_code=code)
        page = pages.select_related("locale", "card_image").first()
        if page is None:
            return None
        # Kept with the page, so that drawing it asks for nothing more.
        list(page.crumbs)
        return FrontDoor(
            page=page,
            is_restricted=page.get_view_restrictions().exists(),
            addresses=addresses(self._languages(), self.name),
        )

    def _languages(self):
        pages = self.model.objects.live().public()
        return list(pages.values_list("locale__language_code", flat=True))


def addresses(languages, name, **kwargs):
    """The address ``name`` in each of ``languages``, by its code."""
    found = {}
    for code in languages:
        with override(code):
            found[code] = reverse(name, kwargs=kwargs)
    return found
