"""Bytes that many readers ask for, made once and held in the memory of the process.

All readers are sent the same object: memory does not grow with their number.
"""

from collections import OrderedDict
from threading import Lock


class Kept:
    """At most ``limit`` bytes in all, of which those asked for last."""

    def __init__(self, limit):
        self.limit = limit
        self.size = 0
        self._held = OrderedDict()
        self._lock = Lock()

    def get(self, key, make):
        """What is kept for ``key``, else what ``make()`` gives, which is then kept.

        One is made at a time, so a crowd that asks at once waits for one making.
        """
        held = self._held.get(key)
        if held is None:
            with self._lock:
                held = self._held.get(key)
                if held is None:
                    held = make()
                    self._hold(key, held)
        return held

    def _hold(self, key, held):
        self._held[key] = held
        self.size += len(held)
        while self.size > self.limit:
            _key, dropped = self._held.popitem(last=False)
            self.size -= len(dropped)
