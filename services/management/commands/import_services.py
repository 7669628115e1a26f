from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from services.importing import plan, reading, report, writing


class Command(BaseCommand):
    help = "Import services from a CSV or an HSDS JSON file: all of it, or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and stop"
        )

    def handle(self, *args, **options):
        planned = plan.of(*read(options["file"]))
        for line in report.lines(planned):
            self.stdout.write(line)
        if planned.is_sound and not options["dry_run"]:
            self.write(planned)
        elif planned.is_sound:
            self.stdout.write("dry run: nothing was written")
        else:
            raise CommandError("nothing was written: correct the file first")

    def write(self, planned):
        try:
            writing.write(planned)
        except writing.RefusedFileError as refused:
            for refusal in refused.refusals:
                self.stderr.write(report.refusal_line(refusal))
            raise CommandError("nothing was written: correct the file") from refused
        self.stdout.write("written")


def read(path):
    try:
        return reading.read(path.read_bytes())
    except OSError as error:
        raise CommandError(f"cannot open {path}: {error}") from error
    except reading.UnreadableFileError as refused:
        raise CommandError(refused.message) from refused
