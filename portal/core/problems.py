"""What went wrong, in clear words, as programs read it (RFC 9457)."""

from django.http import JsonResponse
from django.utils.translation import gettext as _

MEDIA_TYPE = "application/problem+json"


def bad_parameters(form):
    errors = [
        {"parameter": _parameter(form, name), "detail": str(message)}
        for name, messages in form.errors.items()
        for message in messages
    ]
    detail = " ".join(error["detail"] for error in errors)
    return _problem(400, _("A parameter cannot be read"), detail, errors=errors)


def not_found():
    return _problem(
        404,
        _("There is nothing at this address"),
        _("It may have been withdrawn. Ask the list for what there is."),
    )


def only_read():
    return _problem(
        405,
        _("This interface is only read"),
        _("Ask with GET or HEAD."),
        headers={"Allow": "GET, HEAD, OPTIONS"},
    )


def _problem(status, title, detail, headers=None, **more):
    return JsonResponse(
        {"title": title, "status": status, "detail": detail, **more},
        status=status,
        content_type=MEDIA_TYPE,
        headers=headers,
        json_dumps_params={"ensure_ascii": False},
    )


def _parameter(form, name):
    return form.add_prefix(name) if name in form.fields else None
