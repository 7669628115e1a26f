"""What a member of the team does with a request. Who it is was checked before."""

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from services.models import SupportMessage, SupportRequest, SupportTrace
from services.support import notices
from services.support.ledger import lock_open, trace
from services.support.notices import Reason
from services.support.refusals import NotAMemberError, SameTeamError

Act = SupportTrace.Act
Voice = SupportMessage.Voice


def opened(request, *, by, now):
    """Keep that somebody read it."""
    return trace(request, Act.OPENED, by=by, now=now)


@transaction.atomic
def assign(request, *, owner, by, now):
    """Entrust it to a member of the team. EndedError, NotAMemberError."""
    request = lock_open(request)
    if not request.team.members.filter(pk=owner.pk).exists():
        raise NotAMemberError
    request.owner, request.state = owner, SupportRequest.State.TAKEN
    request.save(update_fields=["owner", "state"])
    name = owner.get_full_name() or owner.get_username()
    trace(request, Act.ASSIGNED, by=by, about=name, now=now)


@sensitive_variables()
@transaction.atomic
def note(request, *, text, by, now):
    """Keep a note among the team, until texts are erased. EndedError."""
    request = lock_open(request)
    _say(request, Voice.NOTE, text, by, now)
    trace(request, Act.NOTED, by=by, now=now)


@sensitive_variables()
@transaction.atomic
def write(request, *, text, by, now):
    """Leave the person a message; the mail only says that it is there. EndedError."""
    request = _answering(request, now)
    _say(request, Voice.TEAM, text, by, now)
    trace(request, Act.WROTE, by=by, now=now)
    notices.tell(request, Reason.MESSAGE, now=now)


@transaction.atomic
def answer(request, *, answer, by, now):
    """Send the person one of the answers by mail. EndedError."""
    request = _answering(request, now)
    trace(request, Act.ANSWERED, by=by, about=answer.name, now=now)
    notices.tell(request, Reason.ANSWER, answer=answer, now=now)


@transaction.atomic
def propose(request, *, team, by, now):
    """Ask the person whether ``team`` may have it: it sees nothing before. EndedError.

    SameTeamError where it is its own already.
    """
    request = lock_open(request)
    if team == request.team:
        raise SameTeamError
    request.proposed_team = team
    request.revision += 1
    request.save(update_fields=["proposed_team", "revision"])
    trace(request, Act.PROPOSED, by=by, about=team.name, now=now)
    notices.tell(request, Reason.PROPOSED, now=now)


@transaction.atomic
def close(request, *, level, outcomes, by, now):
    """End it with its level, its results and its difficulties. EndedError."""
    request = _answering(request, now)
    request.state = SupportRequest.State.CLOSED
    request.closed_at, request.level, request.proposed_team = now, level, None
    request.save()
    request.outcomes.set(outcomes)
    trace(request, Act.CLOSED, by=by, now=now)
    notices.tell(request, Reason.CLOSED, now=now)


def _answering(request, now):
    """The request locked, with the moment of its first answer, one revision further."""
    request = lock_open(request)
    request.answered_at = request.answered_at or now
    request.revision += 1
    request.save(update_fields=["answered_at", "revision"])
    return request


def _say(request, voice, text, by, now):
    SupportMessage.objects.create(
        request=request, at=now, voice=voice, by=by, text=text
    )
