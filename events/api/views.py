"""The addresses of the read-only interface for programs."""

from functools import wraps
from urllib.parse import urlencode, urljoin

from django.conf import settings
from django.http import JsonResponse
from django.utils import timezone, translation
from django.utils.encoding import escape_uri_path

from events.api import description, facts, lists
from events.api.forms import Asked
from portal.core import editioned, problems
from portal.core.for_programs import for_programs


def understood(view):
    """Call ``view`` with what is asked for, in the language asked for."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        asked = Asked(request.GET)
        with translation.override(asked.language_code):
            if asked.is_valid():
                response = view(request, asked, *args, **kwargs)
            else:
                response = problems.bad_parameters(asked)
            response.headers["Content-Language"] = asked.language_code
            return response

    return wrapped


@for_programs
@understood
def meetings(request, asked):
    return _list(request, asked, "event_page", facts.meeting)


@for_programs
@understood
def meeting(request, asked, key):
    found = lists.one(asked, "event_page", timezone.now(), uuid=key)
    return _json(facts.meeting(found)) if found else problems.not_found()


@for_programs
@understood
def reports(request, asked):
    return _list(request, asked, "report_page", facts.report)


@for_programs
@understood
def report(request, asked, key):
    identity = {"report_pages__translation_key": key}
    found = lists.one(asked, "report_page", timezone.now(), **identity)
    return _json(facts.report(found)) if found else problems.not_found()


@for_programs
def openapi(request):
    return _json(description.whole())


@for_programs
def nothing(request, rest):
    return problems.not_found()


def _list(request, asked, told_by, represent):
    part = lists.part(asked, told_by, timezone.now())
    following = part.cursor and _following(request, asked, part.cursor)
    response = _json(
        {
            "items": [represent(line) for line in part.lines],
            "next": following,
            "as_of": editioned.edition_of(request).changed_at.isoformat(),
        }
    )
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


def _following(request, asked, cursor):
    """The address of the next part: the same question, from there."""
    query = asked.query(without="cursor")
    query = "&".join(part for part in (query, urlencode({"cursor": cursor})) if part)
    path = escape_uri_path(request.path)
    return f"{urljoin(settings.SITE_URL, path)}?{query}"


def _json(body):
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False})
