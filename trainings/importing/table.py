"""The catalogue as a file, for whoever may see all of it: drafts are in it."""

from portal.core import spreadsheets
from trainings.importing import columns
from trainings.models import Training


def as_csv():
    """The bytes of the file, in an order that does not change."""
    trainings = Training.objects.select_related("partner").order_by("uuid")
    rows = trainings.prefetch_related("needs", "themes")
    told = (columns.told(training).values() for training in rows)
    return spreadsheets.as_csv(columns.HEADINGS, told)
