"""The forms in which running text keeps what is not plain words."""

from events.rich_text import EMBED_TYPE
from home.content.identity import identity
from portal.core.rich_text import PAPER_CLASS


def reference(meeting):
    """The meeting as it is now: its date, hours, place and status."""
    uuid = identity("meeting", meeting)
    return f'<embed embedtype="{EMBED_TYPE}" uuid="{uuid}"/>'


def link(page, words):
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def on_paper(words):
    """Words that only make sense on the printed sheet."""
    return f'<span class="{PAPER_CLASS}">{words}</span>'
