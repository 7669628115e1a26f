"""An aide-mémoire on paper: A4, both sides, with the way back to the living page."""

from pathlib import Path

import segno
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from portal.core import pdf, when
from portal.core.models import SiteSettings
from services import crisis
from services.aide_memoire import sections

TEMPLATE = Path(__file__).parent / "aide_memoire.typ"
INK = "#12302D"
# More lines than this need smaller letters to stay on two sides.
LINES_IN_LARGE, LINES_IN_MEDIUM = 16, 26


def living(page, needs, *, now):
    """The PDF of ``page`` on the day of ``now``: of some ``needs``, or of all."""
    today = timezone.localdate(now)
    found = sections.living(page, today, needs=needs)
    day = _("Version of %(day)s") % {"day": when.day(today, weekday=False)}
    words = {"day": day, "lead": page.summary, "note": ""}
    return pdf.drawn(TEMPLATE, _facts(page, found, words, today), now=now)


def edition(edition, *, now):
    """The PDF of what was frozen; only the numbers of crisis are those of today."""
    found = sections.thawed(edition.content)
    day = _("Edition of %(day)s") % {"day": edition.day_words}
    lead = ". ".join(part for part in (edition.title, edition.intro) if part)
    words = {"day": day, "lead": lead, "note": edition.note}
    today = timezone.localdate(now)
    return pdf.drawn(TEMPLATE, _facts(edition.page, found, words, today), now=now)


def _facts(page, found, words, today):
    network = SiteSettings.of_the_network()
    return {
        "language": get_language(),
        "network": network.network_name,
        "tagline": network.tagline,
        "title": page.title,
        **words,
        "density": _density(found),
        "columns": [_("Service"), _("For whom"), _("Access and delay"), _("Telephone")],
        "crisis": crisis_facts(network, today),
        "caution": caution(),
        "none": _("No service known in the Bassin"),
        "example": _("example"),
        "sections": [_section(section) for section in found],
        "further": strip_tags(page.further),
        "online": online(page.full_url),
        "foot": words["day"],
        "page": pgettext("paper", "Page"),
    }


def crisis_facts(network, today):
    """The notice of the network, and each number with its name and languages."""
    return {
        "urgency": network.urgency,
        "heading": _("If it cannot wait"),
        "lines": [_crisis_line(card) for card in crisis.numbers(today)],
    }


def caution():
    return _(
        "This list does not replace an assessment of the situation. Delays are "
        "indications: a call to the service is surest."
    )


def online(address):
    """The address of the living page, in words and as a QR code."""
    return {
        "words": _("Online, always up to date:"),
        "address": address,
        "qr": segno.make(address, error="m").svg_inline(dark=INK, border=0),
        "qr_words": _("QR code of the page online"),
    }


def _density(found):
    lines = sum(len(section.lines) for section in found)
    if lines <= LINES_IN_LARGE:
        return "large"
    return "medium" if lines <= LINES_IN_MEDIUM else "small"


def _section(section):
    return {
        "name": section.name,
        "note": section.note,
        "groups": [
            {"name": group.name, "lines": [_line(line) for line in group.lines]}
            for group in section.groups
        ],
    }


def _line(line):
    return {
        "name": line.name,
        "language": line.language,
        "is_fictional": line.is_fictional,
        "kind": ", ".join(part for part in (line.kind, line.zone) if part),
        "publics": line.publics,
        "publics_language": line.publics_language,
        "access": line.access,
        "delay": line.delay,
        "phones": [number.number for number in line.phones],
        "standing": ". ".join(filter(None, [line.closed, line.standing_words])),
    }


def _crisis_line(card):
    return {
        "name": str(card.name),
        "numbers": [phone.number for phone in card.phones],
        "languages": card.languages_in_words,
    }
