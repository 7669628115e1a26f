"""Where the directory stands, and how one asks it for what one has found elsewhere."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import pgettext


def directory(*, needs=(), types=(), communes=(), modes=(), conditions=()):
    """« /fr/annuaire/?besoin=need-home&commune=etterbeek », by codes and slugs."""
    asked = [
        (key, code)
        for key, codes in (
            (pgettext("key in an address", "need"), needs),
            (pgettext("key in an address", "commune"), communes),
            (pgettext("key in an address", "mode"), modes),
            (pgettext("key in an address", "access"), conditions),
            (pgettext("key in an address", "type"), types),
        )
        for code in codes
        if code
    ]
    top = reverse("directory")
    return f"{top}?{urlencode(asked)}" if asked else top


def service(slug):
    return reverse("service", args=[slug])
