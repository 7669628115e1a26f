"""Lists as PDF: at once while they are short, else by the worker, with progress.

Whoever orders the same list of the same edition is given the same paper. A file is
removed after a day; nothing says who ordered it.
"""

from datetime import timedelta
from hashlib import blake2b

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import get_language, pgettext

from portal.core import edition
from services.models.paper_order import PaperOrder
from services.papers import listing

AT_ONCE = 60  # services
MOST = 2000
KEPT_FOR = timedelta(days=1)
# Drawing takes seconds: after this long, whoever began it is gone.
LOST_AFTER = timedelta(minutes=15)
FOLDER = "papers"

State = PaperOrder.State


class TooLongError(Exception):
    """More services than anybody prints."""


def address_of(services):
    """Where ``services`` are had as PDF."""
    key = pgettext("key in an address", "service")
    query = urlencode([(key, service.slug) for service in services])
    return f"{reverse('list_paper')}?{query}"


@transaction.atomic
def order(pks, *, title, address, now):
    """The paper of the services ``pks`` in the language in force; ordered once.

    Raises ``TooLongError`` beyond ``MOST`` services.
    """
    if len(pks) > MOST:
        raise TooLongError
    asked = f"{get_language()}\n{address}\n{edition.current().number}\n{pks}"
    key = blake2b(asked.encode(), digest_size=16).hexdigest()
    paper, _created = PaperOrder.objects.get_or_create(
        key=key,
        defaults={
            "language": get_language(),
            "title": title,
            "address": address,
            "services": list(pks),
            "ordered_at": now,
        },
    )
    return paper


def draw_ordered(*, now, limit):
    """Draw the papers that wait, and those left half drawn; how many were drawn."""
    lost = Q(state=State.DRAWING, begun_at__lt=now - LOST_AFTER)
    waiting = PaperOrder.objects.filter(Q(state=State.WAITING) | lost)
    papers = list(waiting[:limit])
    for paper in papers:
        _draw(paper, now)
    return len(papers)


def forget_drawn(*, now, limit):
    """Remove the papers of more than a day ago with their files; how many."""
    old = list(PaperOrder.objects.filter(ordered_at__lt=now - KEPT_FOR)[:limit])
    for paper in old:
        if paper.file:
            default_storage.delete(paper.file)
        paper.delete()
    return len(old)


def _draw(paper, now):
    _note(paper, state=State.DRAWING, begun_at=now, read=0)
    try:
        with translation.override(paper.language):
            content = listing.drawn(
                paper.services,
                title=paper.title,
                address=paper.address,
                now=now,
                read=lambda count: _note(paper, read=count),
            )
        name = default_storage.save(f"{FOLDER}/{paper.uuid}.pdf", ContentFile(content))
    except Exception:
        _note(paper, state=State.FAILED)
        raise
    _note(paper, state=State.DONE, file=name)


def _note(paper, **facts):
    """Seen by whoever waits, while the rest is still being drawn."""
    PaperOrder.objects.filter(pk=paper.pk).update(**facts)
