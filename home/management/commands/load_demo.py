from datetime import date

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from home import demo


class Command(BaseCommand):
    help = (
        "Adds the demonstration to what a site starts from: the report of the client, "
        "its concertation, and examples marked as such. Run again, it changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--today",
            type=date.fromisoformat,
            help="The day the examples are dated from (YYYY-MM-DD).",
        )

    def handle(self, *args, **options):
        # Wagtail looks up its sites in the cache, which may be a table of the database.
        call_command("createcachetable", verbosity=0)
        demo.load(options["today"] or timezone.localdate())
        self.stdout.write(self.style.SUCCESS("The demonstration is in place."))
