"""What the search is told of documents: their words, and what may have changed."""

from functools import partial

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    ReferenceIndex,
)
from wagtail.signals import page_published, page_unpublished, post_page_move

from portal.core import searchable
from portal.core.searchable import Document, Field, Kind, Source, Wording
from search.documents import public
from search.models.entry import FILE_TYPE_LENGTH

DOCUMENTS = "documents"
KIND = Kind(
    "document",
    _("Documents"),
    order=8,
    words={"fr": "document", "nl": "document", "en": "document", "es": "documento"},
    dated=_("Put online on %(date)s"),
)


def register():
    searchable.register(Source(DOCUMENTS, keys, _documents), KIND)
    searchable.watch(get_document_model(), DOCUMENTS, lambda document: [document.pk])
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(_pages_changed, dispatch_uid="search-documents")
    for signal in (post_save, post_delete):
        for sender, receiver in {
            PageViewRestriction: _page_restricted,
            CollectionViewRestriction: _collection_restricted,
        }.items():
            signal.connect(receiver, sender=sender, dispatch_uid="search-documents")
    post_save.connect(_moved, sender=Collection, dispatch_uid="search-documents")
    post_delete.connect(
        _no_longer_used, sender=ReferenceIndex, dispatch_uid="search-documents"
    )


def keys():
    found = public.documents().order_by("pk").values_list("pk", flat=True)
    return map(str, found)


def _documents(wanted):
    found = public.documents().filter(pk__in=wanted).select_related("text_inside")
    return [_document(document) for document in found]


def _document(document):
    inside = getattr(document, "text_inside", None)
    inside = inside if inside and inside.is_of(document) else None
    language = inside.language if inside else ""
    return Document(
        key=str(document.pk),
        kind=KIND.name,
        wordings=[
            Wording(
                language=language or settings.LANGUAGE_CODE,
                title=document.title,
                url=document.url,
                body=inside.text if inside else "",
                body_field=Field.FILE,
                texts=((Field.SUMMARY, document.file_extension),),
            )
        ],
        date=timezone.localdate(document.created_at),
        file_type=document.file_extension.upper()[:FILE_TYPE_LENGTH],
        file_size=document.file_size,
    )


def _pages_changed(*, instance, **_signal):
    branch = Page.objects.filter(path__startswith=instance.path)
    searchable.tell(DOCUMENTS, public.used_by(branch))


def _page_restricted(*, instance, **_signal):
    _pages_changed(instance=instance.page)


def _no_longer_used(*, instance, **_signal):
    model = ContentType.objects.get_for_model(get_document_model())
    if instance.to_content_type_id == model.pk:
        searchable.tell(DOCUMENTS, [instance.to_object_id])


def _collection_restricted(*, instance, **_signal):
    _tell_all_in(instance.collection)


def _moved(*, instance, created, **_signal):
    """A collection is saved, then moved, in one transaction; the move tells nothing."""
    if not created:
        transaction.on_commit(partial(_tell_where_it_is, instance.pk))


def _tell_where_it_is(pk):
    if collection := Collection.objects.filter(pk=pk).first():
        _tell_all_in(collection)


def _tell_all_in(collection):
    found = get_document_model().objects.filter(
        collection__path__startswith=collection.path
    )
    searchable.tell(DOCUMENTS, found.values_list("pk", flat=True))
