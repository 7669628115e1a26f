"""Who presents their offer where, for the pages of meetings and of services."""

from dataclasses import dataclass

from django.urls import reverse

from events import agenda
from events.lines import lines
from services import front_door
from services.mentions import Mention
from services.models import Service
from services.wording import Said, said


@dataclass(frozen=True)
class Presenter:
    name: Said
    url: str


def presenters(meeting):
    """The services of the directory that present their offer at ``meeting``."""
    if not front_door.is_public():
        return []
    services = Service.objects.listed().filter(presentations__meeting=meeting)
    return [
        Presenter(said(service, "name"), reverse("service", args=[service.slug]))
        for service in services.order_by("presentations__sort_order")
    ]


def meetings_of(service, now):
    """The public meetings at which ``service`` presented its offer, or will."""
    meetings = agenda.public().filter(presentations__service=service)
    return [
        Mention(
            line.long_name,
            line.url,
            line.meeting.start_date,
            line.is_past,
            line.meeting.attendance if line.is_past else None,
        )
        for line in lines(meetings.with_facts(), now)
        if line.url and line.meeting.takes_place
    ]
