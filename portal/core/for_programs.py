"""Addresses that programs read: JSON, refusals included, for other sites too (CORS)."""

from functools import wraps

from django.http import HttpResponse

from portal.core import edition, editioned, problems

A_DAY = 24 * 60 * 60  # seconds
# What a page of another site may ask, and read of the answer (CORS).
FOR_OTHER_SITES = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Link",
}
MAY_ASK = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": str(A_DAY),
    "Allow": "GET, HEAD, OPTIONS",
}


def for_programs(view, *, of=edition.CALENDARS):
    """Answer from the edition ``of`` what the view tells, and refuse in JSON too."""
    answered = editioned.by_edition(view, of=of)

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers=MAY_ASK)
        elif request.method not in {"GET", "HEAD"}:
            response = problems.only_read()
        else:
            response = answered(request, *args, **kwargs)
        for name, value in FOR_OTHER_SITES.items():
            response.headers[name] = value
        return response

    return wrapped
