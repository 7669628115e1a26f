import json
import re
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from portal.core import navigation as navigations
from portal.core import when

register = template.Library()
register.filter("day_in_words", when.day)
# The three-figure numbers of Belgium: 112, 107, 106…
EMERGENCY_NUMBER = re.compile(r"\b(1\d\d)\b")
# The signs that could end a script block, as JSON writes them otherwise.
READ_BY_HTML = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


@register.simple_tag(takes_context=True)
def navigation(context):
    """The menu, the foot and the languages around what is being read."""
    request = context.get("request")
    if not request:
        return None
    return navigations.of(request, context.get("page"), context.get("addresses"))


@register.simple_tag
def absolute_static(path):
    """The whole address of a static file, for readers outside the page."""
    return urljoin(settings.SITE_URL, static(path))


@register.simple_tag
def absolute_url(name, *args):
    """The whole address ``name``, e.g. the canonical one of what is no page."""
    return urljoin(settings.SITE_URL, reverse(name, args=args))


@register.filter
def json_block(facts):
    """``facts`` as the JSON of a script block; no text of theirs can end the block."""
    text = json.dumps(facts, ensure_ascii=False).translate(READ_BY_HTML)
    return mark_safe(text)  # noqa: S308 - none of the signs that HTML reads is left


@register.filter
def first_words(text, most):
    """As ``truncatewords``, which would let a line break at a no-break space."""
    words = str(text).split(" ")
    return " ".join(words[:most]) + ("…" if len(words) > most else "")


@register.filter
def dial_emergency(text):
    """``text`` with its emergency numbers one tap away."""
    parts = EMERGENCY_NUMBER.split(text)
    return format_html_join(
        "",
        "{}",
        ((_dialled(part) if at % 2 else part,) for at, part in enumerate(parts)),
    )


def _dialled(number):
    return format_html('<a href="tel:{0}"><strong>{0}</strong></a>', number)
