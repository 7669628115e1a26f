"""The meetings at which an aide-mémoire was handed out, for the page about it."""

from django.utils import timezone

from events.lines import lines
from services.aide_memoire.occasions import Occasion


def occasions_of(edition):
    """The meetings of ``edition`` that have a page anybody may read."""
    found = lines(edition.meetings.with_facts(), timezone.now())
    return [Occasion(line.long_name, line.url) for line in found if line.url]
