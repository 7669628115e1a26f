"""Lets through to the directory whoever may read the page above it."""

from functools import wraps

from django.http import Http404
from wagtail.wagtail_hooks import check_view_restrictions

from services import front_door


def opened(view):
    """Call ``view`` with the door, for those who may pass; 404 where there is none."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        door = front_door.here()
        if door is None:
            raise Http404
        if not door.is_restricted:
            return view(request, door, *args, **kwargs)
        asked = check_view_restrictions(
            lambda _page, request, args, kwargs: view(request, door, *args, **kwargs)
        )
        return asked(door.page, request, args, kwargs)

    return guarded
