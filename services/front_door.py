"""The page of the directory in the reader's language, which says who may read it."""

from django.conf import settings
from django.utils.translation import override

from portal.core.front_door import Entrance
from services.models.directory_page import DirectoryPage

DIRECTORY = Entrance(DirectoryPage, "directory")
here = DIRECTORY.here
is_public = DIRECTORY.is_public


def is_withheld():
    """True when the directory, in the reference language, is not for everybody."""
    with override(settings.LANGUAGE_CODE):
        door = here()
    return door is not None and door.is_restricted
