"""Writing what a plan says, all of it or nothing."""

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from services.importing.entry import Refusal


class RefusedFileError(Exception):
    """Lines that could not be written; nothing was. ``refusals`` say which and why."""

    def __init__(self, refusals):
        self.refusals = refusals
        super().__init__(f"{len(refusals)} refusals")


def write(plan):
    """Carry out ``plan``; how many trainings were written.

    Raises ``RefusedFileError`` and writes nothing when one line cannot be taken.
    """
    if not plan.is_sound:
        raise RefusedFileError(plan.refusals)
    entries = [*plan.creations, *plan.updates]
    try:
        with transaction.atomic():
            for entry in entries:
                _write(entry)
    except (IntegrityError, DataError) as error:
        # Somebody wrote meanwhile what was free when the plan was made.
        words = _("The catalogue changed meanwhile, or refuses this: send it again.")
        raise RefusedFileError([Refusal(0, "", words)]) from error
    return len(entries)


def _write(entry):
    training = entry.training
    training.save()
    for name, records in entry.chosen.items():
        getattr(training, name).set(records)
    if entry.chosen:
        # What a form would do: the fields of choices are stored with the record.
        training.save()
