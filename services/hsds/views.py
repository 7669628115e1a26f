"""The addresses of HSDS: thin, read-only, the same bytes for one edition."""

import json
from functools import wraps
from urllib.parse import urljoin

from django.conf import settings
from django.http import JsonResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone, translation

from portal.core import editioned, problems
from services.hsds import description, forms, lists, paging
from services.hsds.terms import known_words
from services.open_data import open_data

VERSION = "3.1"
AT_ONCE = 200
LARGEST = 1_000_000


def understood(form):
    """Call the view with what is asked for, in the language asked for."""

    def decorated(view):
        @wraps(view)
        def wrapped(request, *args, **kwargs):
            asked = form(request.GET)
            with translation.override(asked.language_code):
                if asked.is_valid():
                    response = view(request, asked, *args, **kwargs)
                else:
                    response = problems.bad_parameters(asked)
                response.headers["Content-Language"] = asked.language_code
                return response

        return wrapped

    return decorated


def listing(kind, form):
    @open_data
    @understood(form)
    def listed(request, asked):
        asks = kind(asked, known_words(), timezone.localdate())
        if asked.is_lines:
            return _lines(asks, asked.language_code)
        return editioned.packed(
            request,
            lambda: _written(_page(asks)),
            content_type="application/json",
            query=asked.query(),
        )

    return listed


def single(kind, form=forms.Asked):
    @open_data
    @understood(form)
    def one(request, asked, key):
        found = kind(asked, known_words(), timezone.localdate()).one(key)
        return _json(found) if found else problems.not_found()

    return one


services = listing(lists.Services, forms.Services)
service = single(lists.Services)
organisations = listing(lists.Organisations, forms.Organisations)
organisation = single(lists.Organisations, forms.Organisation)
at_locations = listing(lists.AtLocations, forms.AtLocations)
at_location = single(lists.AtLocations)
taxonomies = listing(lists.Taxonomies, forms.Listed)
taxonomy = single(lists.Taxonomies)
terms = listing(lists.Terms, forms.Terms)
term = single(lists.Terms)


@open_data
@understood(forms.Asked)
def root(request, asked):
    """Which version of HSDS, what of it, and where it is described."""
    return _json(
        {
            "version": VERSION,
            "profile": urljoin(settings.SITE_URL, reverse("reuse")),
            "openapi_url": urljoin(settings.SITE_URL, reverse("hsds_description")),
        }
    )


@open_data
def openapi(request):
    return _json(description.whole())


@open_data
def nothing(request, rest):
    return problems.not_found()


def _page(asks):
    if asks.is_minimal:
        page = paging.whole(asks.related(asks.found()))
    else:
        page = paging.page_of(asks.found(), asks.asked, asks.related)
    return page.told([asks.tell(one) for one in page.records])


def _lines(asks, language):
    """Everything, a record on each line, written while it is read."""
    return StreamingHttpResponse(
        _each_line(asks, language), content_type="application/x-ndjson"
    )


def _each_line(asks, language):
    found = asks.found()
    for start in range(0, LARGEST, AT_ONCE):
        with translation.override(language):
            part = list(asks.related(found[start : start + AT_ONCE]))
            lines = [_written(asks.tell(one)) + b"\n" for one in part]
        yield b"".join(lines)
        if len(part) < AT_ONCE:
            return


def _written(body):
    return json.dumps(body, ensure_ascii=False).encode()


def _json(body):
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False})
