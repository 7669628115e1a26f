"""A document attached to an example, so that one can look for what is inside."""

from django.core.files.base import ContentFile
from django.utils import timezone, translation
from wagtail.documents import get_document_model

from events.models import EventPage
from home.content import documents as content
from home.content.identity import identity
from home.content.typography import typeset
from home.starter.planting import complete
from services.models import AideMemoireEdition
from services.papers import aide_memoire


def load():
    """Draw the edition of the first morning, and let an example refer to it."""
    document = _drawn(AideMemoireEdition.objects.earliest("day"))
    key = identity("page", content.MEETING_PAGE)
    resource = {"title": content.TITLE, "note": content.NOTE, "document": document}
    complete(
        EventPage.objects.get(translation_key=key), documents=[("resource", resource)]
    )


def _drawn(edition):
    with translation.override(edition.page.locale.language_code):
        paper = aide_memoire.edition(edition, now=timezone.now())
    return get_document_model().objects.create(
        title=typeset(content.TITLE),
        file=ContentFile(paper, name=content.FILE),
        file_size=len(paper),
    )
