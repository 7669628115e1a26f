from django import template
from django.utils.html import format_html

from services import wording

register = template.Library()


@register.filter
def said(record, name):
    """The words ``name`` of ``record``, in their language where it is not ours."""
    words = wording.said(record, name)
    if not words.lang:
        return words.text
    return format_html('<span lang="{}">{}</span>', words.lang, words.text)
