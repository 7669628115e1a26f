"""A list or a selection of services on paper: what somebody needs to go there."""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from portal.core import pdf, when
from portal.core.models import SiteSettings
from services.models.service import Service
from services.orientation import selection
from services.papers.aide_memoire import caution, crisis_facts, online
from services.wording import Said

TEMPLATE = Path(__file__).parent / "listing.typ"
AT_A_TIME = 100


def drawn(pks, *, title, address, now, read=None):
    """The PDF of the services ``pks``, in that order, in the language in force.

    ``read``, where given, is told how many were read so far; ``address`` is that of the
    same list online. Some 60 services take about a second.
    """
    today = timezone.localdate(now)
    entries = []
    for start in range(0, len(pks), AT_A_TIME):
        entries += _entries(pks[start : start + AT_A_TIME], today)
        if read:
            read(len(entries))
    facts = {**_frame(title, address, today), "entries": entries}
    return pdf.drawn(TEMPLATE, facts, now=now)


def _entries(pks, today):
    services = Service.objects.public().filter(pk__in=pks)
    by_pk = {service.pk: service for service in services}
    ordered = [by_pk[pk] for pk in pks if pk in by_pk]
    return [_entry(sheet) for sheet in selection.sheets(ordered, today)]


def _frame(title, address, today):
    network = SiteSettings.of_the_network()
    day = _("List of %(day)s") % {"day": when.day(today, weekday=False)}
    return {
        "language": get_language(),
        "network": network.network_name,
        "tagline": network.tagline,
        "title": title,
        "day": day,
        "lead": "",
        "note": "",
        "crisis": crisis_facts(network, today),
        "caution": caution(),
        "example": _("example"),
        "online": online(address),
        "foot": day,
        "page": pgettext("paper", "Page"),
    }


def _entry(sheet):
    line = sheet.line
    said = [
        (_("For whom"), Said(line.publics, line.publics_language)),
        (_("How to ask"), sheet.how_to_ask),
        (_("Access"), line.access),
        (_("Delay"), line.delay),
        (_("Area served"), line.zone),
        (_("Where"), "; ".join(sheet.places)),
        (_("Opening hours"), "; ".join(sheet.hours)),
        (_("Languages"), line.languages),
        (_("Cost"), "; ".join(sheet.costs)),
        (_("E-mail"), sheet.email),
        (_("Website"), sheet.website),
    ]
    return {
        "name": line.name,
        "language": line.language,
        "is_fictional": line.is_fictional,
        "kind": line.kind,
        "phones": [number.number for number in line.phones],
        "description": sheet.description.text,
        "description_language": sheet.description.lang,
        "facts": [[label, *_marked(words)] for label, words in said if words],
        "standing": ". ".join(filter(None, [line.closed, line.standing_words])),
    }


def _marked(words):
    """The words, and their language where it is not that of the paper."""
    return (words.text, words.lang) if isinstance(words, Said) else (words, "")
