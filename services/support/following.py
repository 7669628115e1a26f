"""What the person does by the link: add something, agree to another team, withdraw."""

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from services.models import SupportMessage, SupportRequest, SupportTrace
from services.support import forgetting, notices
from services.support.asking import due_on
from services.support.ledger import lock_open, trace
from services.support.notices import Reason, ToTeam
from services.support.refusals import NotProposedError

Act = SupportTrace.Act


@sensitive_variables()
@transaction.atomic
def add(request, *, text, number, now):
    """A message to the team; the same form sent twice adds once. EndedError."""
    request = lock_open(request)
    _message, is_new = SupportMessage.objects.get_or_create(
        number=number,
        defaults={
            "request": request,
            "at": now,
            "voice": SupportMessage.Voice.PERSON,
            "text": text,
        },
    )
    if is_new:
        request.revision += 1
        request.save(update_fields=["revision"])
        trace(request, Act.ADDED, now=now)
        notices.tell_team(request, ToTeam.ADDED, now=now)


@transaction.atomic
def withdraw(request, *, now):
    """End it, and erase at once who asked and what was written. EndedError."""
    request = lock_open(request)
    request.state = SupportRequest.State.WITHDRAWN
    request.closed_at = now
    request.proposed_team = None
    request.revision += 1
    request.save()
    trace(request, Act.WITHDRAWN, now=now)
    forgetting.forget(request, now=now)
    notices.tell_team(request, ToTeam.WITHDRAWN, now=now)


@transaction.atomic
def agree(request, *, now):
    """Let the team proposed have it, with a delay of its own. NotProposedError."""
    request = _proposed(request)
    left = request.team.name
    request.team, request.proposed_team = request.proposed_team, None
    request.state, request.owner = SupportRequest.State.NEW, None
    request.due_on, request.answered_at = due_on(request.team, now), None
    request.revision += 1
    request.save()
    trace(request, Act.HANDED_OVER, about=left, now=now)
    notices.tell(request, Reason.HANDED_OVER, now=now)
    notices.tell_team(request, ToTeam.NEW, now=now)


@transaction.atomic
def stay(request, *, now):
    """Refuse the team proposed. NotProposedError."""
    request = _proposed(request)
    request.proposed_team = None
    request.revision += 1
    request.save()
    trace(request, Act.KEPT, now=now)
    notices.tell_team(request, ToTeam.KEPT, now=now)


def _proposed(request):
    stored = lock_open(request)
    if stored.proposed_team is None:
        raise NotProposedError
    return stored
