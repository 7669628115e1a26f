"""Lets through to records whoever may read the page above them."""

from functools import wraps

from django.http import Http404
from wagtail.wagtail_hooks import check_view_restrictions


def opened(entrance):
    """Call a view with the door of ``entrance``, for those who may pass; else 404."""

    def wrapped(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            door = entrance.here()
            if door is None:
                raise Http404
            if not door.is_restricted:
                return view(request, door, *args, **kwargs)
            asked = check_view_restrictions(
                lambda _page, request, args, kwargs: view(
                    request, door, *args, **kwargs
                )
            )
            return asked(door.page, request, args, kwargs)

        return guarded

    return wrapped
