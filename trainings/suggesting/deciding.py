"""Taking in a suggestion, and deciding on it: a new need, one there is, or neither.

Whoever left an address is answered once, and the address goes.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from trainings.models import NeedSuggestion, TrainingNeed
from trainings.suggesting import letters

State = NeedSuggestion.State


class UndecidableError(Exception):
    """Nothing was decided; ``message`` says why, for whoever decides."""

    def __init__(self, message):
        self.message = message
        super().__init__(message)


def suggest(*, what, why, email, language, number, now):
    """Keep a suggestion for the team; the same form (``number``) twice is one."""
    suggestion, _is_new = NeedSuggestion.objects.get_or_create(
        number=number,
        defaults={
            "what": what,
            "why": why,
            "email": email,
            "language": language,
            "sent_at": now,
        },
    )
    return suggestion


@transaction.atomic
def accept(suggestion, *, title, by, now):
    """Make it a need, which is not public yet; the need. Raises UndecidableError."""
    suggestion = _waiting(suggestion)
    need = TrainingNeed(title_fr=title, origin=TrainingNeed.Origin.SUGGESTION)
    own = f"title_{suggestion.language}"
    if not getattr(need, own):
        setattr(need, own, suggestion.what)
    need.save()
    _decide(suggestion, State.ACCEPTED, need, by=by, now=now)
    return need


@transaction.atomic
def join(suggestion, need, *, by, now):
    """Say that ``need`` is the same. Raises UndecidableError."""
    _decide(_waiting(suggestion), State.JOINED, need, by=by, now=now)


@transaction.atomic
def refuse(suggestion, *, by, now):
    """Leave it out. Raises UndecidableError."""
    _decide(_waiting(suggestion), State.REFUSED, None, by=by, now=now)


def _waiting(suggestion):
    # Two people of the team who decide at once: the second one is told.
    locked = NeedSuggestion.objects.select_for_update().get(pk=suggestion.pk)
    if not locked.is_waiting:
        raise UndecidableError(_("Somebody has decided on it meanwhile."))
    return locked


def _decide(suggestion, state, need, *, by, now):
    suggestion.state, suggestion.need = state, need
    suggestion.decided_at, suggestion.decided_by = now, by
    if suggestion.email:
        letters.answer(suggestion, now=now)
    suggestion.email = ""
    suggestion.save()
