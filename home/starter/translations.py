"""The front door and the directory in the other languages of the portal."""

from wagtail.models import Page

from home.content.translated_pages import DIRECTORIES, HOMES
from home.starter.planting import translate


def load(home, directory):
    """The home page of each language but French, by its code."""
    root = Page.objects.get(pk=home.get_parent().pk)
    homes = {code: translate(home, root, code, **HOMES[code]) for code in HOMES}
    for code, there in homes.items():
        translate(directory, there, code, **DIRECTORIES[code])
    return homes
