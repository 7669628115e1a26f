"""What a reader's words find among the published pages, grouped by kind.

Any text is answered: signs that mean something to a database's search engine are read
as blanks, and words past the limit are left out.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale, Page

from portal.core.analysis import words

MAX_WORDS = 12
MAX_RESULTS = 50


@dataclass(frozen=True)
class Group:
    label: str
    pages: list


@dataclass(frozen=True)
class Results:
    query: str = ""
    groups: list[Group] = field(default_factory=list)

    @property
    def count(self):
        return sum(len(group.pages) for group in self.groups)

    @property
    def status(self):
        """What a reader must know first, in one sentence."""
        if not self.query:
            return _("Write one or several words.")
        if not self.count:
            return _(
                "No result for « %(query)s ». Check the spelling or try a shorter word."
            ) % {"query": self.query}
        return ngettext("%(count)s result", "%(count)s results", self.count) % {
            "count": self.count
        }


def search(query):
    """The published pages in the reader's language that hold every word asked for."""
    asked = words(query)[:MAX_WORDS]
    if not asked:
        return Results(query.strip())
    pages = Page.objects.live().public().filter(locale=Locale.get_active())
    found = pages.search(" ".join(asked), operator="and")[:MAX_RESULTS]
    return Results(query.strip(), _grouped(page.specific for page in found))


def _grouped(pages):
    groups = {}
    for page in sorted(pages, key=lambda page: page.search_order):
        groups.setdefault(str(page.search_label), []).append(page)
    return [Group(label, members) for label, members in groups.items()]
