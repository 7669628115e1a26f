"""Lets through whoever may read the directory, in languages without one too.

A selection is read in the language of the person it is for: where the directory has no
page in it, the one of the reference language says who may read its services.
"""

from functools import wraps

from django.conf import settings
from django.http import Http404
from django.utils import translation
from wagtail.wagtail_hooks import check_view_restrictions

from services import front_door


def opened(view):
    """Call ``view`` for those who may read the services; 404 where nobody does."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        door = front_door.here() or _reference()
        if door is None:
            raise Http404
        if not door.is_restricted:
            return view(request, *args, **kwargs)
        asked = check_view_restrictions(
            lambda _page, request, args, kwargs: view(request, *args, **kwargs)
        )
        return asked(door.page, request, args, kwargs)

    return guarded


def _reference():
    with translation.override(settings.LANGUAGE_CODE):
        return front_door.here()
