"""What a reader is shown: results by kind, the closest first, each with its best lines.

All of it comes from what is public; counts too.
"""

from dataclasses import dataclass, field
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_info, ngettext
from django.utils.translation import gettext as _

from portal.core import searchable
from search import asking, extracts, mending, promoting, snapshot
from search.matching import CLOSE, match

# Of each kind, beside the others; of one kind, on a page.
BESIDE, ON_A_PAGE = 5, 20


@dataclass(frozen=True)
class Result:
    title: list  # of pieces
    url: str
    extract: list
    date: str
    is_stale: bool
    kind: str
    # The language it is in, where it is not the reader's: a code and a name.
    language: str = ""
    language_name: str = ""
    is_promoted: bool = False


@dataclass(frozen=True)
class Group:
    """Results of one kind."""

    kind: searchable.Kind
    # The score of the best of them.
    best: int
    results: list
    # All there are, and those that are about as good as the best.
    count: int
    close: int

    @property
    def leads(self):
        return self.kind.order == 1


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
    asked, mended = _understood(query, index, language)
    if not asked.wishes:
        return Results(query.strip())
    found = match(asked, index)
    counts = _counts(found, index)
    shown = _Shown(found, index, extracts.marker(asked), language)
    first = promoting.places(asked, index, language)
    view = _View(page, wide) if kind else None
    groups = [
        shown.group(one, count, first, view)
        for one, count in counts
        if kind in {"", one.name}
    ]
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


@dataclass(frozen=True)
class _View:
    """What is shown of one kind alone."""

    page: int
    wide: bool


def _pages(group, wide):
    return max(1, -(-(group.count if wide else group.close) // ON_A_PAGE))


def _understood(query, index, language):
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


@dataclass(frozen=True)
class _Shown:
    """How what was found is told to one reader."""

    found: object
    index: object
    marker: extracts.Marker
    language: str

    def group(self, kind, count, promoted, view):
        """The results of ``kind``: a page of them, or the closest few."""
        among = self.found.hits & self.index.anywhere(f"#kind:{kind.name}")
        best = self._best(among, 0, 1)
        score = self.found.planes.score(1 << best[0]) if best else 0
        close = self.found.planes.above(int(score * CLOSE), among)
        if view is None:
            places = self._best(close, 0, BESIDE)
        else:
            start = (view.page - 1) * ON_A_PAGE
            places = self._best(among if view.wide else close, start, ON_A_PAGE)
        if view is None or view.page == 1:
            places = self._led(promoted, places, kind)
        results = self._results(places, promoted)
        return Group(kind, score, results, count, close.bit_count())

    def _best(self, among, start, count):
        ties = self.found.ties
        return self.found.planes.best(among, start=start, count=count, ties=ties)

    def _led(self, promoted, places, kind):
        of_the_kind = self.index.anywhere(f"#kind:{kind.name}")
        first = [place for place in promoted if of_the_kind >> place & 1]
        return first + [place for place in places if place not in first]

    def _results(self, places, promoted):
        return [
            self._result(entry, place in promoted)
            for place, entry in self.index.entries(places)
        ]

    def _result(self, entry, is_promoted):
        words = self._wording(entry)
        language = words.language
        differs = language != self.language
        return Result(
            title=self.marker.pieces(words.title, language),
            url=words.url,
            extract=self.marker.extract(words.text, language),
            date=_dated(entry),
            is_stale=entry.is_stale,
            kind=entry.kind,
            language=language if differs else "",
            language_name=get_language_info(language)["name_local"] if differs else "",
            is_promoted=is_promoted,
        )

    def _wording(self, entry):
        """In the reader's language, else in French, else in any."""
        wordings = {words.language: words for words in entry.wordings.all()}
        wanted = (self.language, "fr", *wordings)
        return next(wordings[code] for code in wanted if code in wordings)


def _dated(entry):
    told = str(searchable.KINDS[entry.kind].dated)
    if not entry.date or not told:
        return ""
    return told % {"date": date_format(entry.date, "j F Y")}
