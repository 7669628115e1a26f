"""What services refer to is not deleted under them.

Their references are many and change with each import: they are asked of the tables,
and are no part of Wagtail's index of references.
"""

from django.db import DEFAULT_DB_ALIAS
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from services.columns import CODES
from services.models import Service


def keep_what_is_referred_to(request, instances):
    """Before records of one list are deleted: say no where services need them."""
    if instances and _are_referred_to(instances):
        messages.error(request, _("Services refer to it: change them first."))
        return redirect(instances[0].snippet_viewset.get_url_name("list"))
    return None


def _are_referred_to(instances):
    try:
        Collector(using=DEFAULT_DB_ALIAS).collect(instances)
    except ProtectedError:
        return True
    return any(
        isinstance(instances[0], codes.model)
        and Service.objects.filter(**{f"{name}__in": instances}).exists()
        for name, codes in CODES.items()
    )
