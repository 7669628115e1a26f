"""What is reported from the field, and what the team makes of it.

Nothing reported is public: the team writes an observation in its own words, joins what
was heard before, or refuses with a reason. Whoever left an address is told once, and
the address goes.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from events.models import Observation, ReportedNeed
from events.reported_needs import letters

State = ReportedNeed.State


class AlreadyDecidedError(Exception):
    """Somebody decided on it meanwhile; ``message`` says so."""

    @property
    def message(self):
        return _("Somebody has decided on it meanwhile.")


def report(*, said, language, number, now):
    """What the form ``number`` reports; sent twice, it reports once."""
    reported, _is_new = ReportedNeed.objects.get_or_create(
        number=number, defaults={**said, "language": language, "sent_at": now}
    )
    return reported


@transaction.atomic
def accept(reported, *, sentence, is_public, by, now):
    """Make it an observation that says ``sentence``, in French; gives it."""
    reported = _waiting(reported)
    observation = Observation.objects.create(
        sentence_fr=sentence,
        kind=reported.kind,
        theme=reported.theme,
        origin=Observation.Origin.READER,
        is_public=is_public,
        noted_at=now,
    )
    _decide(reported, State.ACCEPTED, observation, by, now)
    return observation


@transaction.atomic
def join(reported, *, observation, by, now):
    """It was heard before, as ``observation``."""
    _decide(_waiting(reported), State.JOINED, observation, by, now)


@transaction.atomic
def refuse(reported, *, why, by, now):
    """It is no need of the network; ``why`` is told to whoever left an address."""
    _decide(_waiting(reported), State.REFUSED, None, by, now, why=why)


def _waiting(reported):
    reported = ReportedNeed.objects.select_for_update().get(pk=reported.pk)
    if reported.state != State.WAITING:
        raise AlreadyDecidedError
    return reported


def _decide(reported, state, observation, by, now, why=""):
    reported.state, reported.observation = state, observation
    reported.decided_by, reported.decided_at = by, now
    if reported.email:
        letters.tell(reported, why=why, now=now)
    reported.email = ""
    reported.save()
