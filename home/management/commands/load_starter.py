from django.core.management import call_command
from django.core.management.base import BaseCommand

from home import starter


class Command(BaseCommand):
    help = (
        "Puts in what a real site starts from: languages, taxonomies, page tree, "
        "legal pages, roles. Run again, it only adds what is missing."
    )

    def handle(self, *args, **options):
        # Wagtail looks up its sites in the cache, which may be a table of the database.
        call_command("createcachetable", verbosity=0)
        home = starter.load()["home"]
        self.stdout.write(self.style.SUCCESS(f"The site starts at {home.full_url}"))
