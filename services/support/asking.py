"""Asking a team for help, by the form."""

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from portal.core import working_hours
from services.models import SupportRequest, SupportWords
from services.support import notices

# What is counted for ever; the rest goes in time.
COUNTED = ("language", "level", "sector", "commune")


@sensitive_variables()
@transaction.atomic
def ask(team, *, kind, said, number, now):
    """The request of form ``number``; the same form sent twice asks once.

    ``said`` are the answers by the names of the fields. The person and the team are
    told in the same transaction, without a word of them.
    """
    facts = {name: said[name] for name in COUNTED if name in said}
    words = {name: text for name, text in said.items() if name not in COUNTED}
    request, is_new = SupportRequest.objects.get_or_create(
        number=number,
        defaults={
            "team": team,
            "kind": kind,
            "created_at": now,
            "due_on": due_on(team, now),
            **facts,
        },
    )
    if is_new:
        SupportWords.objects.create(request=request, **words)
        notices.tell(request, notices.Reason.RECEIVED, now=now)
        notices.tell_team(request, notices.ToTeam.NEW, now=now)
    return request


def due_on(team, now):
    """The day by which the team says it answers."""
    return working_hours.days_after(timezone.localdate(now), team.response_days)
