"""What requests are counted by is not deleted while one of them has it.

Requests stand in no index of references, so Wagtail cannot know.
"""

from django.db.models import Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from services.models import (
    SupportKind,
    SupportLevel,
    SupportOutcome,
    SupportRequest,
    SupportTeam,
)

HELD_BY = {
    SupportTeam: lambda team: Q(team=team) | Q(proposed_team=team),
    SupportKind: lambda kind: Q(kind=kind),
    SupportLevel: lambda level: Q(level=level) | Q(outcomes__level=level),
    SupportOutcome: lambda outcome: Q(outcomes=outcome),
}


def keep_what_is_counted(request, instances):
    """Lead back with a message, instead of deleting; nothing where all may go."""
    if not any(map(_is_held, instances)):
        return None
    words = _("Requests are counted by this: it cannot be deleted, only renamed.")
    messages.error(request, words)
    name = type(instances[0])._meta.model_name
    return redirect(reverse(f"wagtailsnippets_services_{name}:list"))


def _is_held(record):
    held = HELD_BY.get(type(record))
    return held is not None and SupportRequest.objects.filter(held(record)).exists()
