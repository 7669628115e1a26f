"""Which documents anybody may find: those that a public page refers to.

What is attached to a draft, or to nothing yet, may not be meant for anybody; and a
collection that is not public hides what is in it, wherever it is referred to.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, Q
from django.db.models.functions import Cast
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex


def documents():
    """Those anybody may find now."""
    used = _references(Page.objects.live().public())
    return get_document_model().objects.exclude(_restricted()).filter(pk__in=used)


def used_by(pages):
    """The keys of documents that ``pages`` refer to as they are published."""
    return list(_references(pages).distinct())


def _references(pages):
    # The index of Wagtail keeps the keys of all models as text.
    names = pages.order_by().annotate(name=Cast("pk", CharField())).values("name")
    found = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(get_document_model()),
        object_id__in=names,
    )
    keys = found.annotate(document=Cast("to_object_id", BigIntegerField()))
    return keys.values_list("document", flat=True)


def _restricted():
    paths = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    restricted = Q(pk=None)
    for path in paths:
        restricted |= Q(collection__path__startswith=path)
    return restricted
