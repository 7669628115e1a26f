from django.conf import settings
from django.core.management.base import BaseCommand

from portal.core import catalogues


class Command(BaseCommand):
    help = "Compile the message catalogues that changed; gettext is not needed."
    requires_system_checks = ()

    def handle(self, **options):
        for made in catalogues.compile_stale(settings.LOCALE_PATHS):
            self.stdout.write(f"compiled {made}")
