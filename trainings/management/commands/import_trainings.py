from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from services.importing import csv_file, report
from trainings.importing import plan, writing


class Command(BaseCommand):
    help = "Import trainings from a CSV file: all of it, or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and stop"
        )

    def handle(self, *args, **options):
        planned = read(options["file"])
        for line in told(planned):
            self.stdout.write(line)
        if not planned.is_sound:
            raise CommandError("nothing was written: correct the file first")
        if options["dry_run"]:
            self.stdout.write("dry run: nothing was written")
            return
        try:
            self.stdout.write(f"written: {writing.write(planned)}")
        except writing.RefusedFileError as refused:
            reasons = " ".join(refusal.reason for refusal in refused.refusals)
            raise CommandError(f"nothing was written: {reasons}") from refused


def read(path):
    try:
        return plan.of(path.read_bytes())
    except OSError as error:
        raise CommandError(f"cannot open {path}: {error}") from error
    except csv_file.UnreadableFileError as refused:
        raise CommandError(refused.message) from refused


def told(planned):
    """The plan as lines of text: what is created, changed and refused."""
    for entry in planned.creations:
        yield f"{entry.line} + {entry.name}"
    for entry in planned.updates:
        yield f"{entry.line} ~ {entry.name}"
        for change in entry.changes:
            before, after = report.shown(change.before), report.shown(change.after)
            yield f"      {change.column}: {before} → {after}"
    for refusal in planned.refusals:
        yield report.refusal_line(refusal)
