"""A site to look at: the client's real report and concertation, and marked examples."""

from django.db import transaction

from events.models import Meeting
from home import starter
from home.content.identity import identity
from home.demo import (
    accounts,
    aide_memoire,
    concertation,
    directory,
    documents,
    examples,
    front,
    partners,
    resources,
    showing,
    support,
    trainings,
    yearly,
)


@transaction.atomic
def load(today):
    """Add what is missing to what a site starts from.

    Examples are dated from ``today`` the first time, and keep their days afterwards.
    What the starter left empty is completed the first time only.
    """
    pages = starter.load()
    is_first_time = not _has_begun()
    concertation.load(pages)
    examples.load(pages["agenda"], today)
    partners.load(today)
    showing.complete(directory.load(), today)
    trainings.load(pages)
    yearly.load()
    guide = aide_memoire.load(pages)
    resources.load(pages["home"], guide)
    team_page = support.load(pages, guide)
    if is_first_time:
        front.complete(pages, team_page)
        documents.load()
    accounts.load()
    support.enrol()


def _has_begun():
    return Meeting.objects.filter(uuid=identity("meeting", "matinee-1")).exists()
