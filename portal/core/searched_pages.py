"""Published pages, as the search reads them: one document for all translations."""

from itertools import groupby

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from portal.core import searchable
from portal.core.page_addresses import share_roots
from portal.core.searchable import Document, Field, Kind, Source, Wording

PAGES = "pages"
PORTION = 200
KIND = Kind(
    "page",
    _("Pages"),
    order=9,
    words={"fr": "page", "nl": "pagina", "en": "page", "es": "página"},
    dated=_("Updated on %(date)s"),
)


def register():
    searchable.register(Source(PAGES, _keys, _documents), KIND)
    for signal in (page_published, page_unpublished):
        signal.connect(_one_changed, dispatch_uid="search-pages")
    for signal in (page_slug_changed, post_page_move):
        signal.connect(_branch_changed, dispatch_uid="search-pages")
    post_save.connect(_created, dispatch_uid="search-pages")
    post_delete.connect(_deleted, dispatch_uid="search-pages")
    for signal in (post_save, post_delete):
        signal.connect(
            _restriction_changed, sender=PageViewRestriction, dispatch_uid="search"
        )


def keys_of(pages):
    """The keys of ``pages``, whatever their language."""
    return list(pages.values_list("translation_key", flat=True).distinct())


def _public():
    return Page.objects.live().public()


def _keys():
    plain = ContentType.objects.get_for_model(Page)
    pages = _public().filter(depth__gt=1).exclude(content_type=plain)
    return map(str, keys_of(pages.order_by("translation_key")))


def _documents(keys):
    pages = _public().filter(depth__gt=1, translation_key__in=keys)
    pages = pages.order_by("translation_key", "locale_id")
    pages = [page for page in pages.specific() if hasattr(page, "searched_parts")]
    locales = Locale.objects.in_bulk()
    for page in pages:
        # Asked for with the page, it would be lost on the way to the specific one.
        page.locale = locales[page.locale_id]
    by_key = groupby(share_roots(pages), key=lambda page: page.translation_key)
    return [_document(str(key), list(translations)) for key, translations in by_key]


def _document(key, pages):
    first = pages[0]
    return Document(
        key=key,
        kind=first.search_kind,
        wordings=[_wording(page) for page in pages],
        date=first.searched_date(),
        is_stale=first.searched_as_stale(),
    )


def _wording(page):
    parts = page.searched_parts()
    body = [text for field, text in parts if field == Field.TEXT]
    return Wording(
        language=page.locale.language_code,
        title=page.title,
        url=page.url or "",
        summary=page.summary,
        body="\n".join(filter(None, body)),
        texts=tuple(part for part in parts if part[0] != Field.TEXT),
    )


def _one_changed(*, instance, **_signal):
    searchable.tell(PAGES, [instance.translation_key])


def _branch_changed(*, instance, **_signal):
    branch = Page.objects.filter(path__startswith=instance.path)
    searchable.tell(PAGES, keys_of(branch))


def _created(*, instance, created, **_signal):
    # Put in without being published, as commands do.
    if created and isinstance(instance, Page) and instance.live:
        _one_changed(instance=instance)


def _deleted(*, instance, **_signal):
    # The page type tells of itself, and again as the plain page it is made of.
    if isinstance(instance, Page) and type(instance) is Page:
        _one_changed(instance=instance)


def _restriction_changed(*, instance, **_signal):
    _branch_changed(instance=instance.page)
