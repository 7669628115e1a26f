"""Ways to read a whole site: its rows, its texts, its public pages."""

import re
from html import unescape

from django.apps import apps
from django.utils.html import strip_tags
from wagtail.blocks import ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
ON_PAPER_ONLY = re.compile(r'<span class="print-only">.*?</span>', re.DOTALL)


def every_row():
    """All that the database holds, by model; two equal answers mean nothing changed."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models()
    }


def words_on_screen(response):
    """The words of the main part of a page, as someone copying them would get them."""
    main = MAIN.search(response.content.decode()).group(1)
    return comparable(unescape(strip_tags(ON_PAPER_ONLY.sub("", main))))


def comparable(text):
    """``text`` without what fonts and keyboards change: blanks, apostrophes, case."""
    return " ".join(text.replace("’", "'").replace("…", "...").split()).casefold()


def streams():
    """Every stream of every page, with its field."""
    for page in Page.objects.specific():
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                yield field, getattr(page, field.name)


def rich_texts():
    """Every piece of running text of every page, with what its editor may do."""
    for page in Page.objects.specific():
        for field in page._meta.get_fields():
            if isinstance(field, RichTextField):
                yield field.features, getattr(page, field.name)
    for field, stream in streams():
        yield from _inside(field.stream_block, stream)


def _inside(block, value):
    if isinstance(block, RichTextBlock):
        yield block.features, value.source
    for part_block, part in _parts(block, value):
        yield from _inside(part_block, part)


def _parts(block, value):
    if isinstance(block, StreamBlock):
        return [(child.block, child.value) for child in value]
    if isinstance(block, ListBlock):
        return [(block.child_block, item) for item in value]
    if isinstance(block, StructBlock):
        return [(block.child_blocks[name], part) for name, part in value.items()]
    return []
