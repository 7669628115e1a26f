"""What a reader is shown: results by kind, the closest first, each with its best lines.

All of it comes from what is public; counts too.
"""

from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from portal.core import searchable
from search import asking, extracts, mending, promoting, snapshot, telling
from search.matching import match
from search.telling import ON_A_PAGE


@dataclass(frozen=True)
class Results:
    query: str = ""
    groups: list = field(default_factory=list)
    # (kind, how many) of all kinds, whatever is filtered.
    counts: list = field(default_factory=list)
    kind: str = ""
    shows_urgency: bool = False
    # What was looked for instead of what was written.
    mended: str = ""
    is_whole: bool = True
    wide: bool = False
    page: int = 1
    pages: int = 1

    @cached_property
    def count(self):
        chosen = [n for kind, n in self.counts if self.kind in {"", kind.name}]
        return sum(chosen)

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


def search(query, *, kind="", page=1, wide=False, language=None):
    """What ``query`` finds for a reader of ``language``, all kinds or one."""
    language = language or (get_language() or "fr").split("-")[0]
    index = snapshot.current()
    asked, mended = understood(query, index, language)
    if not asked.wishes:
        return Results(query.strip())
    found = match(asked, index)
    counts = _counts(found, index)
    shown = telling.Shown(found, index, extracts.marker(asked), language)
    first = promoting.places(asked, index, language)
    view = telling.View(page, wide) if kind else None
    groups = shown.groups([c for c in counts if kind in {"", c[0].name}], first, view)
    return Results(
        query=query.strip(),
        groups=_in_order(groups),
        counts=counts,
        kind=kind,
        shows_urgency=asked.shows_urgency,
        mended=mended,
        is_whole=found.is_whole,
        wide=wide,
        page=page,
        pages=_pages(groups[0], wide) if kind and groups else 1,
    )


def _pages(group, wide):
    return max(1, -(-(group.count if wide else group.close) // ON_A_PAGE))


def understood(query, index, language):
    """What is looked for, and its words where they had to be mended."""
    asked = asking.parse(query, language)
    index.fetch(asked.tokens)
    mended = mending.mend(asked, index, language)
    return (mended, mended.text) if mended else (asked, "")


def _counts(found, index):
    kinds = sorted(searchable.KINDS.values(), key=lambda kind: kind.order)
    index.fetch(f"#kind:{kind.name}" for kind in kinds)
    counts = [
        (kind, (found.hits & index.anywhere(f"#kind:{kind.name}")).bit_count())
        for kind in kinds
    ]
    return [(kind, count) for kind, count in counts if count]


def _in_order(groups):
    """The best kind first; who helps goes before what is told about it."""
    filled = [group for group in groups if group.results]
    return sorted(filled, key=lambda group: -group.best * (3 if group.leads else 2))
