"""The aide-mémoire by need, and the edition of the first morning, put in once."""

from events.models import Meeting
from home.content import aide_memoire as content
from home.content.identity import identity
from home.content.network import HOME_BASSIN
from home.content.typography import typeset
from home.starter.planting import plant
from portal.core.models import Bassin
from services.aide_memoire import freezing
from services.models import AideMemoireIndexPage, AideMemoirePage, Need


def load(pages):
    """The index, once the directory is there, which the edition is drawn from."""
    index = plant(
        pages["home"],
        AideMemoireIndexPage,
        name="aide-memoire",
        slug="aide-memoire",
        show_in_menus=True,
        **content.INDEX,
    )
    page = plant(
        index,
        AideMemoirePage,
        name="aide-memoire-sante-mentale",
        slug="sante-mentale",
        bassin=Bassin.objects.get(code=HOME_BASSIN),
        **content.PAGE,
    )
    if not page.editions.exists():
        _freeze(page)
    return index


def _freeze(page):
    edition = freezing.freeze(
        page,
        needs=Need.objects.filter(code__in=content.EDITION_NEEDS),
        **typeset(content.EDITION),
    )
    meeting = Meeting.objects.get(uuid=identity("meeting", content.EDITION_MEETING))
    meeting.editions.add(edition)
