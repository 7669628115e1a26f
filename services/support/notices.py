"""What the person and the team are told by mail: that something is there, never what.

Each notice is put in the outbox in the transaction of the change it tells of; the
revision of the request tells two of them apart.
"""

from enum import StrEnum

from django.conf import settings

from portal.core import outbox
from portal.core.models import OutgoingMail
from services.models import SupportAnswer, SupportRequest
from services.support import letters


class Reason(StrEnum):
    """Why the person is written to."""

    RECEIVED = "received"
    MESSAGE = "message"
    ANSWER = "answer"
    PROPOSED = "proposed"
    HANDED_OVER = "handed_over"
    CLOSED = "closed"


class ToTeam(StrEnum):
    """Why the team is."""

    NEW = "new"
    ADDED = "added"
    WITHDRAWN = "withdrawn"
    KEPT = "kept"
    NEAR = "near"
    LATE = "late"


def tell(request, reason, *, now, answer=None):
    """Tell the person; None where nothing is known of them any more."""
    words = getattr(request, "words", None)
    if words is None:
        return None
    return outbox.put(
        key=outbox.key(*_about(request), reason, request.revision),
        to=words.email,
        reply_to=request.team.reply_to,
        language=request.language,
        writer=write_to_person.__name__,
        facts={
            "request": request.pk,
            "reason": str(reason),
            "stamp": request.link_stamp,
            "team": request.team.pk,
            "answer": answer.pk if answer else None,
        },
        now=now,
    )


def tell_team(request, reason, *, now):
    """Tell the team, once per reason and revision; None where it has no address."""
    if not request.team.email:
        return None
    revision = request.due_on if reason in {ToTeam.NEAR, ToTeam.LATE} else None
    return outbox.put(
        key=outbox.key(
            *_about(request),
            f"team-{reason}",
            request.team.pk,
            revision or request.revision,
        ),
        to=request.team.email,
        reply_to=request.team.reply_to,
        language=settings.LANGUAGE_CODE,
        writer=write_to_team.__name__,
        facts={"request": request.pk, "reason": str(reason)},
        now=now,
    )


def write_to_person(facts, *, now):
    """The letter; none once the request is no longer known."""
    request = _known(facts)
    if request is None:
        return None
    answer = SupportAnswer.objects.filter(pk=facts["answer"]).first()
    letter = letters.to_person(request, facts["reason"], facts["stamp"], answer)
    return outbox.Words(letter.subject, letter.text, letter.html)


def write_to_team(facts, *, now):
    request = _known(facts)
    if request is None:
        return None
    letter = letters.to_team(request, facts["reason"])
    return outbox.Words(letter.subject, letter.text, letter.html)


def mail_about(request):
    return OutgoingMail.objects.about(*_about(request))


def _known(facts):
    known = SupportRequest.objects.select_related("team", "kind", "proposed_team")
    return known.filter(pk=facts["request"]).first()


def _about(request):
    return "support", request.pk
