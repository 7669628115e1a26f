import os
import sys

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import connections
from django.urls import reverse

from portal.core import demo_accounts
from portal.core.management.commands import prepare
from portal.core.server import Server


class Command(BaseCommand):
    help = "Prepare what is needed, then serve the portal until it is interrupted."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "--prepared",
            action="store_true",
            help="serve at once: somebody has called `prepare`",
        )

    def handle(self, *, prepared, **options):
        if settings.DEBUG:
            raise CommandError("This server never runs with debug on: use runserver.")
        if not prepared:
            preparation = prepare.Command()
            call_command(preparation)
            if preparation.filled:
                begin_again()
        greeting = welcome()
        close_connections()

        def greet(arbiter):
            self.stdout.write(greeting)
            self.stdout.flush()

        Server(bind=settings.BIND, workers=settings.WEB_WORKERS, when_ready=greet).run()


def begin_again():
    """Put a new process in place of this one, which has drawn the first papers.

    Drawing left threads that the copies of this process would not have, and wait for.
    """
    sys.stdout.flush()
    close_connections()
    # No word of it comes from outside.
    os.execv(sys.executable, [sys.executable, *sys.argv, "--prepared"])  # noqa: S606


def welcome():
    """Where to find the portal, and how to enter it."""
    lines = [
        f"The portal is at {settings.SITE_URL}/",
        f"Editors sign in at {settings.SITE_URL}{reverse('wagtailadmin_home')}",
        demo_accounts.welcome(),
        "Ctrl-C stops it.",
    ]
    return "\n".join(["", *filter(None, lines)])


def close_connections():
    # Workers are copies of this process, and must not share its connections.
    for connection in connections.all():
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()
