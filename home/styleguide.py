"""Every component with sample content, for work on the look; only in development."""

from datetime import UTC, date, datetime, time

from django.shortcuts import render
from django.views.decorators.http import require_safe

from events.lines import Line
from events.link_form import LinkForm
from events.models import Concertation, Cycle, EventPage, Meeting
from events.person_form import PersonForm
from portal.core.blocks import PollFigureBlock, ResourceBlock
from portal.core.models import Bassin, SiteSettings, Theme
from portal.core.qr_code import QrCode

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ICONS = [
    "arrow",
    "buoy",
    "calendar",
    "check",
    "clock",
    "cross",
    "document",
    "download",
    "list",
    "mail",
    "online",
    "outside",
    "pending",
    "people",
    "phone",
    "place",
    "print",
    "search",
    "warning",
]
SAMPLES = [
    {"capacity": 57},
    {"capacity": 40, "reserved_places": 37},
    {"capacity": 25, "reserved_places": 25},
    {"registration_opens_at": datetime(2026, 1, 12, tzinfo=UTC)},
    {"to_confirm": True},
    {"status": "rescheduled", "previous_date": date(2026, 1, 13)},
    {"status": "cancelled"},
    {"status": "postponed"},
    {"start_time": None, "end_time": None, "needs_registration": False},
    {"start_date": date(2025, 10, 10), "presenters": 20, "participants": 37},
]


@require_safe
def styleguide(request):
    context = {
        "icons": [f"components/icons/{name}.html" for name in ICONS],
        "form": PersonForm({"language": "fr"}, meeting=_meeting()),
        "stamped": LinkForm(None, now=NOW),
        "announced": Line(_meeting(capacity=57), NOW, EventPage(slug="exemple")),
        "lines": [Line(_meeting(**facts), NOW) for facts in SAMPLES],
        "poll": PollFigureBlock().to_python(_poll()),
        "resources": [
            ResourceBlock().to_python(
                {"title": "Aide-mémoire", "note": "Sans adresse"}
            ),
            ResourceBlock().to_python(
                {"title": "Autre site", "external_url": "https://example.org/"}
            ),
        ],
        "qr_code": QrCode("https://example.org/"),
        "contact": SiteSettings(
            team_name_fr="Équipe", team_email="equipe@essai.example", team_phone="107"
        ),
    }
    return render(request, "home/styleguide.html", context)


def _meeting(**facts):
    theme = Theme(name_fr="Santé mentale", colour=Theme.Colour.ETANG)
    concertation = Concertation(theme=theme, bassin=Bassin(name_fr="Sud-Est"))
    cycle = Cycle(concertation=concertation, planned_meetings=3)
    facts = {
        "start_date": date(2026, 1, 20),
        "start_time": time(9),
        "end_time": time(13),
        "concertation": concertation,
        "cycle": cycle,
        "cycle_rank": 2,
        **facts,
    }
    meeting = Meeting(**facts)
    meeting.over_at = meeting.ending()
    return meeting


def _poll():
    return {
        "percentage": 80,
        "is_about": True,
        "statement": "perçoivent <b>peu ou pas du tout</b> les spécificités.",
        "respondents": 44,
        "options": [
            {"label": "Peu", "percentage": 50},
            {"label": "Pas du tout", "percentage": 30},
        ],
    }
