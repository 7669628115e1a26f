"""What several people do at the same instant, each on their own connection."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

from django.db import connections

from tests.events.people import Told

PATIENCE = 20  # seconds; only a deadlock waits that long


def at_once(*calls):
    """What each call gave back, or the exception it ended with."""
    start = Barrier(len(calls))

    def run(call):
        start.wait(PATIENCE)
        try:
            return call()
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))


class Crossing(Told):
    """Stands for telling people, and lets two changes meet in the middle.

    Whoever tells of a change waits a moment for the other one to get as far. Where the
    lock holds, the other cannot come, and the wait ends by itself.
    """

    def __init__(self, parties, moment=0.4):
        super().__init__()
        self.barrier = Barrier(parties)
        self.moment = moment

    def __call__(self, registration, reason, *, now, rank=None):
        super().__call__(registration, reason, now=now)
        with suppress(BrokenBarrierError):
            self.barrier.wait(self.moment)
