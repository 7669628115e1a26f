"""Badges to cut out, ten a sheet; those left on the last sheet are for walk-ins."""

from pathlib import Path

from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext

from events import roll
from portal.core import pdf
from portal.core.models import SiteSettings

TEMPLATE = Path(__file__).parent / "badges.typ"
ON_A_SHEET = 10


def drawn(meeting, *, now):
    """The badges of those whose seat is confirmed, as PDF."""
    facts = {
        "language": get_language(),
        "network": SiteSettings.of_the_network().network_name,
        "title": pgettext("paper", "Badges, %(day)s") % {"day": meeting.day_words},
        "when": capfirst(meeting.day_words),
        "sheets": _sheets([_person(guest) for guest in roll.expected(meeting)]),
    }
    return pdf.drawn(TEMPLATE, facts, now=now)


def _person(registration):
    return {"name": registration.name, "organisation": registration.organisation}


def _sheets(people):
    blanks = -len(people) % ON_A_SHEET or (0 if people else ON_A_SHEET)
    badges = people + [None] * blanks
    return [badges[i : i + ON_A_SHEET] for i in range(0, len(badges), ON_A_SHEET)]
