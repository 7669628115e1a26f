import os
import signal
from threading import Event

from django.core.management import CommandError
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from portal.core import worker
from portal.core.models import OutgoingMail

# Seconds between two looks at what is due.
REST = 1
# Seconds between two mails, beside a server: in a rush it has better to do.
BREATH = 0.05


class Command(BaseCommand):
    help = "Send the mail that waits and run the periodic verbs, until interrupted."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="one round, then stop")
        parser.add_argument(
            "--only",
            metavar="NAME",
            help="one round of this verb only, or of « mail »",
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="one round that says what would be done, and does nothing",
        )
        parser.add_argument(
            "--limit",
            type=int,
            default=worker.LIMIT,
            help="at most so many records of each verb, and so many mails, in a round",
        )
        parser.add_argument(
            "--beside",
            type=int,
            metavar="PID",
            help="stop when this process, which started us, is gone",
        )

    def handle(self, *, once, only, dry_run, limit, beside, **options):
        if once or only or dry_run:
            self._one_round(self._chosen(only), limit=limit, dry_run=dry_run)
        else:
            self._until_stopped(limit, beside)

    def _chosen(self, only):
        names = [*worker.VERBS, "mail"]
        if only and only not in names:
            raise CommandError(f"There is no {only!r}; there are: {', '.join(names)}.")
        return [only] if only else names

    def _one_round(self, names, *, limit, dry_run):
        for name in names:
            if name == "mail":
                count = self._mail(limit=limit, dry_run=dry_run)
            else:
                now = timezone.now()
                count = worker.run(name, now=now, limit=limit, dry_run=dry_run)
            self.stdout.write(f"{name}: {count}")

    def _mail(self, *, limit, dry_run):
        if dry_run:
            return OutgoingMail.objects.due(timezone.now())[:limit].count()
        return len(worker.deliver(now=timezone.now, limit=limit))

    def _until_stopped(self, limit, beside):
        if beside:
            # Readers come first.
            os.nice(5)
        asked = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            # The mail in hand is finished first.
            signal.signal(number, lambda *_: asked.set())

        def stopped():
            return asked.is_set() or beside not in {None, os.getppid()}

        def rest():
            asked.wait(BREATH if beside else 0)

        hand = worker.Worker(limit=limit, stopped=stopped, rest=rest)
        while not stopped():
            close_old_connections()
            hand.round(timezone.now)
            asked.wait(REST)
