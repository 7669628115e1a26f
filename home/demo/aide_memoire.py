"""The aide-mémoire by need, and the edition of the first morning, put in once."""

from events.models import Meeting
from home.content import aide_memoire as content
from home.content.identity import identity
from home.content.network import HOME_BASSIN
from home.content.translated_pages import MEMO_INDEXES, MEMOS
from home.content.typography import typeset
from home.models import HomePage
from home.starter.planting import plant, translate
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
    _translate(index, page)
    if not page.editions.exists():
        _freeze(page)
    return index


def _translate(index, page):
    for home in HomePage.objects.exclude(locale=page.locale).select_related("locale"):
        code = home.locale.language_code
        there = translate(index, home, code, **MEMO_INDEXES[code])
        translate(page, there, code, bassin=page.bassin, **MEMOS[code])


def _freeze(page):
    edition = freezing.freeze(
        page,
        needs=Need.objects.filter(code__in=content.EDITION_NEEDS),
        **typeset(content.EDITION),
    )
    meeting = Meeting.objects.get(uuid=identity("meeting", content.EDITION_MEETING))
    meeting.editions.add(edition)
