"""The page of the directory in the reader's language, which says who may read it.

Found once per edition: services have addresses below it that are no pages, and all of
them are for whoever may read that page.
"""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override
from wagtail.models import Locale

from portal.core import edition
from services.models.directory_page import DirectoryPage


@dataclass(frozen=True)
class FrontDoor:
    page: DirectoryPage
    is_restricted: bool
    # Where the directory is read in each language that has one, by its code.
    addresses: dict


def here():
    """The ``FrontDoor`` in the reader's language, or None where there is none."""
    return edition.kept(("front door of the directory", get_language()), _find)


def is_public():
    """True when anybody may read the directory in the reader's language."""
    door = here()
    return door is not None and not door.is_restricted


def is_withheld():
    """True when the directory, in the reference language, is not for everybody."""
    with override(settings.LANGUAGE_CODE):
        door = here()
    return door is not None and door.is_restricted


def _find():
    pages = DirectoryPage.objects.live().filter(locale=Locale.get_active())
    page = pages.select_related("locale", "card_image").first()
    if page is None:
        return None
    # Kept with the page, so that drawing it asks for nothing more.
    list(page.crumbs)
    return FrontDoor(
        page=page,
        is_restricted=page.get_view_restrictions().exists(),
        addresses=addresses(_languages(), "directory"),
    )


def addresses(languages, name, **kwargs):
    """The address ``name`` in each of ``languages``, by its code."""
    found = {}
    for code in languages:
        with override(code):
            found[code] = reverse(name, kwargs=kwargs)
    return found


def _languages():
    pages = DirectoryPage.objects.live().public()
    return list(pages.values_list("locale__language_code", flat=True))
