from django.core.management.base import BaseCommand, CommandError

from search import rebuilding


class Command(BaseCommand):
    help = (
        "Reads all that is public again and writes the index of the search anew. "
        "Readers go on with the old one until the new one is whole."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--check",
            action="store_true",
            help="Also say whether the index was what it is now.",
        )

    def handle(self, *args, **options):
        before = rebuilding.fingerprint() if options["check"] else None
        try:
            count = rebuilding.rebuild(self._say)
        except rebuilding.BusyError:
            raise CommandError(
                "The index is being written by another process."
            ) from None
        self.stdout.write(self.style.SUCCESS(f"{count} entries can be found."))
        if before is not None:
            same = before == rebuilding.fingerprint()
            self.stdout.write("It was the same." if same else "It was not the same.")

    def _say(self, done, of):
        self.stdout.write(f"{done} of {of}", ending="\r" if done < of else "\n")
        self.stdout.flush()
