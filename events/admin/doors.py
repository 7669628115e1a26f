"""The ways from a meeting to the screens about who comes, by what one may do."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.admin.steps import Step


@dataclass(frozen=True)
class Door:
    permission: str
    label: Promise
    icon: str
    view: str


DOORS = (Door("events.view_registration", _("Participants"), "group", "participants"),)


def doors(meeting, user):
    """What ``user`` may open from ``meeting``."""
    return [
        Step(
            str(door.label),
            door.icon,
            reverse(f"wagtailsnippets_events_meeting:{door.view}", args=[meeting.pk]),
            begins=False,
        )
        for door in DOORS
        if user.has_perm(door.permission)
    ]
