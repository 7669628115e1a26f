"""What the portal does by itself: it sends its mail and runs its periodic verbs.

A verb is a plain function ``verb(*, now, limit)`` that says how many records it changed
and may be called again at any time. Two workers may run at once: each verb, and each
delivery, is done by one of them.
"""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from portal.core import delivery, turns
from portal.core.models import DeliveryAttempt

Outcome = DeliveryAttempt.Outcome
# The server is in trouble, not the mail: the next one would fare no better.
TROUBLE = {Outcome.NO_SERVER, Outcome.CUT}
LIMIT = 200
LONGEST_PAUSE = 60  # seconds

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Verb:
    call: object
    period: timedelta


VERBS = {}


def every(*, minutes):
    """Let the worker call a verb that often; also once when it starts."""

    def register(verb):
        VERBS[verb.__name__] = Verb(verb, timedelta(minutes=minutes))
        return verb

    return register


def run(name, *, now, limit=LIMIT, dry_run=False):
    """How many records the verb changed, or would change."""
    with turns.alone(f"verb-{name}") as mine:
        return _called(VERBS[name].call, now, limit, dry_run) if mine else 0


def _called(verb, now, limit, dry_run):
    if not dry_run:
        return verb(now=now, limit=limit) or 0
    with transaction.atomic():
        count = verb(now=now, limit=limit) or 0
        transaction.set_rollback(True)
    return count


def deliver(*, now, limit=LIMIT, stopped=bool, rest=bool):
    """Send what is due, up to ``limit`` or to the first trouble of the server.

    ``rest`` is called after each mail: readers then have the machine.
    """
    attempts = []
    while len(attempts) < limit and not stopped():
        attempt = delivery.deliver_one(now=now())
        if attempt is None:
            break
        attempts.append(attempt)
        if attempt.outcome in TROUBLE:
            break
        rest()
    return attempts


class Worker:
    """Remembers when each verb is due, and spares a server in trouble."""

    def __init__(self, *, limit=LIMIT, stopped=bool, rest=bool):
        self.limit = limit
        self.rest = rest
        # Asked before each mail: a round may be long.
        self.stopped = stopped
        self.due = {}
        self.pause = timedelta()
        self.silent_until = None

    def round(self, now):
        """Do all that is due at ``now()``; what fails is logged, and tried again."""
        for name, verb in VERBS.items():
            if self.due.get(name, now()) <= now():
                self._run(name, verb, now())
        if self.silent_until is None or self.silent_until <= now():
            self._deliver(now)

    def _run(self, name, verb, now):
        self.due[name] = now + verb.period
        try:
            if run(name, now=now, limit=self.limit) >= self.limit:
                # There may be more.
                self.due[name] = now
        except Exception:
            log.exception("%s failed", name)

    def _deliver(self, now):
        try:
            attempts = deliver(
                now=now, limit=self.limit, stopped=self.stopped, rest=self.rest
            )
        except Exception:
            log.exception("delivery failed")
            attempts = []
        in_trouble = bool(attempts) and attempts[-1].outcome in TROUBLE
        self.pause = self._longer() if in_trouble else timedelta()
        self.silent_until = now() + self.pause

    def _longer(self):
        doubled = self.pause * 2 or timedelta(seconds=5)
        return min(doubled, timedelta(seconds=LONGEST_PAUSE))
