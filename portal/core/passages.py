"""What editors have written on a page, wherever its type keeps it."""

from django.db.models import CharField, TextField
from django.utils.html import escape
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page


def texts(page):
    """Each text of the page, as HTML; some are empty."""
    yield escape(page.title)
    for field in _own_fields(page):
        if isinstance(field, RichTextField):
            yield getattr(page, field.name)
        elif isinstance(field, CharField | TextField):
            yield escape(getattr(page, field.name))
    for block, value in _blocks_of(page):
        if isinstance(block, blocks.RichTextBlock) and value:
            yield value.source
        elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
            yield escape(value or "")


def values(page, block_type):
    """What the page holds in its blocks of ``block_type``, however deep."""
    return [v for block, v in _blocks_of(page) if isinstance(block, block_type) and v]


def _own_fields(page):
    """The fields its type adds; those of every Wagtail page are for machines."""
    return [field for field in page._meta.fields if field.model is not Page]


def _blocks_of(page):
    for field in _own_fields(page):
        if isinstance(field, StreamField):
            yield from _walk(field.stream_block, getattr(page, field.name))


def _walk(block, value):
    yield block, value
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _walk(child, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in value or ():
            yield from _walk(block.child_block, item)
    elif isinstance(block, blocks.StreamBlock):
        for child in value or ():
            yield from _walk(child.block, child.value)
