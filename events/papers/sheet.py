"""The sheet that people sign when they come in: A4, by family name."""

from pathlib import Path

from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from events import roll
from events.letters.facts import line_of
from portal.core import pdf
from portal.core.models import SiteSettings

TEMPLATE = Path(__file__).parent / "sheet.typ"
# For those who come without having registered.
BLANK_LINES = 10


def facts(meeting, *, now):
    """What the sheet says, in the language in force; the printed page shows it too."""
    line = line_of(meeting, now)
    return {
        "language": get_language(),
        "network": SiteSettings.of_the_network().network_name,
        "title": line.title,
        "when": capfirst(when_of(meeting)),
        "place": str(meeting.full_place),
        "columns": [_("Name"), _("Organisation"), _("Signature")],
        "people": [_person(guest) for guest in roll.expected(meeting)],
        "blank_lines": BLANK_LINES,
        "foot": pgettext("paper", "Sign-in sheet"),
    }


def when_of(meeting):
    """« mardi 20 janvier 2026, de 9 h à 13 h »: a paper stays true when it is past."""
    return ", ".join(part for part in (meeting.day_words, meeting.hour_words) if part)


def drawn(meeting, *, now):
    """The sheet as PDF, in the language in force."""
    return pdf.drawn(TEMPLATE, facts(meeting, now=now), now=now)


def _person(registration):
    return {
        "family_name": registration.family_name,
        "given_name": registration.given_name,
        "organisation": registration.organisation,
    }
