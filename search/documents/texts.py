"""The text of public documents kept in step with their files, by the worker."""

from datetime import timedelta
from time import monotonic

from django.db import transaction
from django.db.models import F

from portal.core import searchable
from search.documents import language, offering, public, reading
from search.models import DocumentText, Entry

# Mail waits behind us: what is left is read in the next round.
SECONDS_A_ROUND = 20
# A storage may have been away.
TRIED_AGAIN = timedelta(hours=1)


def read_documents(*, now, limit):
    """Read files that nobody has read yet, as far as time allows; how many.

    Also forgets what is no longer public, and tells the search where it is behind:
    not everything that Wagtail does to pages and collections is told.
    """
    DocumentText.objects.exclude(document__in=public.documents()).delete()
    _tell_of_the_rest()
    begun, done = monotonic(), 0
    for document in list(_unread(now).order_by("pk")[:limit]):
        if monotonic() - begun > SECONDS_A_ROUND:
            break
        _read(document, now)
        done += 1
    return done


def _unread(now):
    known = DocumentText.objects.filter(
        file_name=F("document__file"), file_hash=F("document__file_hash")
    ).exclude(outcome=DocumentText.Outcome.MISSING, read_at__lte=now - TRIED_AGAIN)
    return public.documents().exclude(pk__in=known.values("pk"))


def _read(document, now):
    # No transaction yet: it may take long.
    outcome, text = reading.read(document)
    facts = {
        "file_name": document.file.name,
        "file_hash": document.file_hash,
        "outcome": outcome,
        "text": text,
        "language": language.guess(text),
        "read_at": now,
    }
    with transaction.atomic():
        if public.documents().filter(pk=document.pk).exists():
            DocumentText.objects.update_or_create(document=document, defaults=facts)
            searchable.tell(offering.DOCUMENTS, [document.pk])


def _tell_of_the_rest():
    found = Entry.objects.filter(source=offering.DOCUMENTS)
    behind = set(offering.keys()) ^ set(found.values_list("key", flat=True))
    searchable.tell(offering.DOCUMENTS, behind)
