"""The synthesis on paper: A4, with tables a screen reader can follow."""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from home.synthesis import telling
from portal.core import pdf, when
from portal.core.models import SiteSettings
from services.papers.aide_memoire import online

TEMPLATE = Path(__file__).parent / "synthesis.typ"


def drawn(synthesis, learning, *, address, now):
    """The PDF of ``synthesis``; ``address`` is where it is read online."""
    network = SiteSettings.of_the_network()
    day = _("Drawn on %(day)s") % {
        "day": when.day(timezone.localdate(now), weekday=False)
    }
    facts = {
        "language": get_language(),
        "network": network.network_name,
        "tagline": network.tagline,
        "title": telling.title(synthesis.scope),
        "day": day,
        "lead": "",
        "note": "",
        "online": online(address),
        "foot": day,
        "page": pgettext("paper", "Page"),
        "none": _("none"),
        "tables": [
            {
                "heading": table.heading,
                "columns": table.columns,
                "widest": table.widest,
                "rows": [[str(cell) for cell in row] for row in table.rows],
            }
            for table in telling.tables(synthesis, learning)
        ],
    }
    return pdf.drawn(TEMPLATE, facts, now=now)
