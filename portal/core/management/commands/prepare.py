from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation.reloader import translation_file_changed
from wagtail.models import Page, Site

from portal.core import catalogues, demo_accounts, site_address, static_files


class Command(BaseCommand):
    help = (
        "Make everything the server needs: catalogues, database, first content and "
        "static files. What is up to date is left alone."
    )
    requires_system_checks = ()
    # Whether the first content was written, for who called.
    filled = False

    def handle(self, **options):
        self._compile_catalogues()
        self._migrate()
        call_command("createcachetable", verbosity=0)
        self._fill_an_empty_site()
        site_address.follow(settings.SITE_URL)
        demo_accounts.follow_the_settings()
        self._collect_static_files()

    def _compile_catalogues(self):
        for made in catalogues.compile_stale(settings.LOCALE_PATHS):
            # This process may have read the old one already.
            translation_file_changed(None, made)

    def _migrate(self):
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self._say("Bringing the database up to date…")
            call_command("migrate", verbosity=0, interactive=False)

    def _fill_an_empty_site(self):
        if not is_empty():
            return
        self._say("Writing the first content…")
        # All or nothing, so that an interrupted start is taken up by the next one.
        with transaction.atomic():
            for command in settings.FIRST_CONTENT:
                call_command(command, verbosity=0)
        self.filled = True

    def _collect_static_files(self):
        if settings.DEBUG:
            return
        collected = Path(settings.STATIC_ROOT) / ".fingerprint"
        wanted = static_files.fingerprint()
        if collected.exists() and collected.read_text() == wanted:
            return
        self._say("Preparing styles, scripts and fonts…")
        call_command("collectstatic", verbosity=0, interactive=False)
        collected.write_text(wanted)

    def _say(self, sentence):
        self.stdout.write(sentence)
        self.stdout.flush()


def is_empty():
    """Whether nobody has put a site in place of Wagtail's page of welcome."""
    site = Site.objects.filter(is_default_site=True).first()
    return site is None or site.root_page.specific_class is Page
