"""The organisations of the directory by name, where somebody says which is theirs."""

from django.utils.translation import get_language

from portal.core import edition
from services import front_door
from services.models import Organisation, Service

# A list of suggestions is sent with the form; beyond, it weighs more than it helps.
MOST = 500


def names():
    """In their order, nothing where the directory is not public; no fictional one."""
    if not front_door.is_public():
        return []
    return edition.kept(("names of organisations", get_language()), _read)


def _read():
    listed = Service.objects.listed().order_by().values("organisation")
    found = Organisation.objects.filter(pk__in=listed, is_fictional=False)
    return sorted({organisation.name for organisation in found[:MOST]})
