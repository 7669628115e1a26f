from django.core.management.base import BaseCommand

from events import entries


class Command(BaseCommand):
    help = "Write every calendar entry anew, and say how many were not as stored."

    def handle(self, *args, **options):
        count, wrong = entries.rebuild()
        self.stdout.write(f"{count} entries, {wrong} were not as they should be")
