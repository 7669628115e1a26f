"""Answers for programs: the same bytes until what they tell changes, or the day does.

What they say is public, and rests on one edition (of calendars, unless said otherwise)
and on the day in Brussels alone. Whoever has it already costs one query; all others
are sent what was made once.
"""

from datetime import datetime, time, timedelta
from functools import wraps

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import condition, require_safe

from portal.core import codings, edition
from portal.core.kept import Kept

MAX_AGE = 15 * 60  # seconds
STALE_FOR = 24 * 60 * 60  # seconds
# Last-Modified counts in seconds: within one, what was sent may still change.
A_SECOND = timedelta(seconds=1)
KEPT = Kept(limit=settings.KEPT_BYTES)


def by_edition(view, *, of=edition.CALENDARS):
    """Call ``view`` only for those who do not have its answer yet (RFC 9110, 13).

    Anybody may read the answer, also from the page of another site (CORS). It rests
    on the edition ``of`` what it tells.
    """
    asked = condition(etag_func=_etag, last_modified_func=_last_modified)(view)

    @require_safe
    @wraps(view)
    def answered(request, *args, **kwargs):
        request.rests_on = of
        response = asked(request, *args, **kwargs)
        if response.status_code in {200, 304}:
            patch_vary_headers(response, ["Accept-Encoding"])
            patch_cache_control(
                response, public=True, max_age=MAX_AGE, stale_while_revalidate=STALE_FOR
            )
        else:
            # A refusal is no version of anything.
            del response.headers["ETag"], response.headers["Last-Modified"]
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    return answered


def packed(request, make, *, content_type, query=""):
    """What ``make()`` gives, in the coding its reader takes; made once for all.

    ``query`` is what was understood of the address: the rest of it changes nothing.
    """
    coding = _coding(request)
    address = f"{request.path}?{query}"
    response = HttpResponse(
        KEPT.get(_etag_of(request, address), lambda: codings.encoded(make(), coding)),
        content_type=content_type,
    )
    if coding:
        response.headers["Content-Encoding"] = coding
    return response


def today():
    """The first instant of the day in Brussels, on which windows of time rest."""
    return timezone.make_aware(datetime.combine(timezone.localdate(), time.min))


def changed_at(request):
    """When what the answer rests on changed last."""
    return max(edition_of(request).changed_at, today())


def _etag(request, *args, **kwargs):
    return _etag_of(request, request.get_full_path())


def _etag_of(request, address):
    return edition_of(request).etag(
        request.get_host(),
        address,
        get_language(),
        timezone.localdate(),
        _coding(request),
    )


def _last_modified(request, *args, **kwargs):
    changed = changed_at(request)
    return changed if timezone.now() - changed > A_SECOND else None


def edition_of(request):
    """The edition an answer rests on, asked once for all that does."""
    if not hasattr(request, "edition_told"):
        request.edition_told = edition.current(request.rests_on)
    return request.edition_told


def _coding(request):
    return codings.chosen(request.headers.get("Accept-Encoding", ""))
