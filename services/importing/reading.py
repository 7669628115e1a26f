"""From a file to entries, by what the file holds and not by its name."""

import json

from django.utils.translation import gettext as _

from services.importing import csv_file, hsds, side_by_side
from services.importing.csv_file import UnreadableFileError
from services.importing.vocabulary import Vocabulary

LARGEST_FILE_BYTES = 30 * 1024 * 1024


def read(data):
    """The entries of the file ``data`` (bytes), and the refusals of single ones.

    CSV, HSDS JSON or the form entries are gathered in. Raises ``UnreadableFileError``.
    """
    if len(data) > LARGEST_FILE_BYTES:
        raise UnreadableFileError(_("This file is too large: make several of it."))
    text = csv_file.text_of(data)
    if not text.lstrip().startswith(("{", "[")):
        return csv_file.read(data)
    document = _document(text)
    services = hsds.services_in(document)
    if services is None:
        raise UnreadableFileError(_("There is no service in this file."))
    if len(services) > csv_file.LONGEST_FILE_LINES:
        words = _("A file may have %(count)s lines at most: make several of it.")
        raise UnreadableFileError(words % {"count": csv_file.LONGEST_FILE_LINES})
    if side_by_side.is_side_by_side(document):
        return side_by_side.read(document)
    return hsds.read(services, Vocabulary())


def _document(text):
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        words = _("This JSON cannot be read (%(error)s).")
        raise UnreadableFileError(words % {"error": str(error)[:100]}) from error
