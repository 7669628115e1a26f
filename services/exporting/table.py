"""The public directory as CSV, one line per service at location.

The columns are those of the import; nothing private has one.
"""

from portal.core import spreadsheets
from services.importing import lines, portrait
from services.models import Service

AT_ONCE = 200


def csv_lines():
    """The bytes of the file, line by line, in an order that does not change."""
    return spreadsheets.csv_lines(lines.HEADINGS, _rows())


def _rows():
    for services in _public():
        entries = portrait.of_many(services)
        for service in services:
            if service.successor and not service.successor.live:
                # Nobody is told of a draft.
                entries[service.pk].successor = ""
            yield from lines.of(entries[service.pk])


def _public():
    """A few at a time: the file may be long, and memory is not."""
    services = Service.objects.public().order_by("uuid")
    services = services.select_related("organisation", "successor")
    last = None
    while part := list(
        services.filter(uuid__gt=last)[:AT_ONCE] if last else services[:AT_ONCE]
    ):
        yield part
        last = part[-1].uuid
