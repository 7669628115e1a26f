"""An aide-mémoire as it is handed out at a meeting, kept word for word.

What was printed never changes afterwards: an edition holds words and no references, so
that neither a correction nor the end of a service alters what people took home.
"""

from django.db import transaction
from django.utils import translation

from services.aide_memoire import sections
from services.models.aide_memoire_edition import AideMemoireEdition


@transaction.atomic
def freeze(page, *, day, title="", intro="", note="", needs=()):
    """The edition of ``day``, in the language of its page, without what was said later.

    Raises ``ValidationError`` where the page has an edition of that day.
    """
    edition = AideMemoireEdition(
        page=page, day=day, title=title, intro=intro, note=note
    )
    fill(edition, needs=needs)
    edition.full_clean()
    edition.save()
    return edition


def fill(edition, *, needs=()):
    """Write into ``edition``, which is not saved yet, what it will always say."""
    page = edition.page
    edition.intro = edition.intro or page.summary
    with translation.override(page.locale.language_code):
        edition.content = content_of(page, edition.day, needs=needs)


def content_of(page, day, *, needs=()):
    found = sections.living(page, day, needs=needs)
    return {"sections": [_data(section) for section in found]}


def _data(section):
    return {
        "code": section.code,
        "name": section.name,
        "short_name": section.short_name,
        "note": section.note,
        "groups": [
            {
                "code": group.code,
                "name": group.name,
                "lines": [line.data for line in group.lines],
            }
            for group in section.groups
        ],
    }
