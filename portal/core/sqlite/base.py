"""SQLite, with a queue in front of the right to write.

Whoever finds SQLite busy looks again after ever longer pauses, so in a rush the last to
come may be served first, and the others very late. Here one looks at a time, and the
others wait for their turn, which the operating system keeps. SQLite itself still sees
to it that only one writes.
"""

import fcntl

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    def _start_transaction_under_autocommit(self):
        with open(f"{self.settings_dict['NAME']}-queue", "w") as queue:
            fcntl.flock(queue, fcntl.LOCK_EX)
            super()._start_transaction_under_autocommit()
        # Closing the file lets the next one look.
