"""SQLite, with a queue in front of the right to write.

Whoever finds SQLite busy looks again after ever longer pauses, so in a rush the last to
come may be served first, and nobody is while all of them pause. Here one writes at a
time and the others wait for their turn, which the operating system keeps and passes on
at once. SQLite itself still sees to it that only one writes.
"""

import fcntl

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    # The open file that holds the turn of the transaction under way.
    turn = None

    def _start_transaction_under_autocommit(self):
        self.turn = open(f"{self.settings_dict['NAME']}-queue", "w")  # noqa: SIM115
        fcntl.flock(self.turn, fcntl.LOCK_EX)
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._pass_on()
            raise

    def _commit(self):
        super()._commit()
        self._pass_on()

    def _rollback(self):
        try:
            super()._rollback()
        finally:
            self._pass_on()

    def _close(self):
        try:
            super()._close()
        finally:
            self._pass_on()

    def _pass_on(self):
        if self.turn:
            self.turn.close()
            self.turn = None
