"""How what was found is told to a reader of one language."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import get_language_info

from portal.core import searchable
from search import extracts
from search.matching import CLOSE

# Of each kind, beside the others; of one kind, on a page.
BESIDE, ON_A_PAGE = 5, 20


@dataclass(frozen=True)
class Result:
    # HTML, the words looked for marked.
    title: str
    url: str
    extract: str
    date: str
    is_stale: bool
    kind: str
    # The language it is in, where it is not the reader's: a code and a name.
    language: str = ""
    language_name: str = ""
    is_promoted: bool = False
    # Of a file: « PDF », and bytes.
    file_type: str = ""
    file_size: int | None = None


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
class View:
    """What is shown of one kind alone."""

    page: int
    wide: bool


@dataclass(frozen=True)
class Chosen:
    """What is to be shown of one kind: places in the index."""

    kind: searchable.Kind
    best: int
    places: list
    count: int
    close: int


@dataclass(frozen=True)
class Shown:
    """How what was found is told to one reader."""

    found: object
    index: object
    marker: extracts.Marker
    language: str

    def groups(self, counts, promoted, view):
        """The results of each kind: a page of them, or the closest few."""
        chosen = [self._chosen(kind, count, promoted, view) for kind, count in counts]
        places = [place for one in chosen for place in one.places]
        results = {
            place: self._result(entry, place in promoted)
            for place, entry in self.index.entries(places, with_texts=True)
        }
        return [
            Group(
                kind=one.kind,
                best=one.best,
                results=[results[place] for place in one.places if place in results],
                count=one.count,
                close=one.close,
            )
            for one in chosen
        ]

    def _chosen(self, kind, count, promoted, view):
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
        return Chosen(kind, score, places, count, close.bit_count())

    def _best(self, among, start, count):
        ties = self.found.ties
        return self.found.planes.best(among, start=start, count=count, ties=ties)

    def _led(self, promoted, places, kind):
        of_the_kind = self.index.anywhere(f"#kind:{kind.name}")
        first = [place for place in promoted if of_the_kind >> place & 1]
        return first + [place for place in places if place not in first]

    def _result(self, entry, is_promoted):
        words = self.wording(entry)
        language = words.language
        differs = language != self.language
        return Result(
            title=self.marker.marked(words.title, language),
            url=words.url,
            extract=self.marker.extract(words.text, language),
            date=_dated(entry),
            is_stale=entry.is_stale,
            kind=entry.kind,
            language=language if differs else "",
            language_name=get_language_info(language)["name_local"] if differs else "",
            is_promoted=is_promoted,
            file_type=entry.file_type,
            file_size=entry.file_size,
        )

    def wording(self, entry):
        """In the reader's language, else in French, else in any."""
        wordings = {words.language: words for words in entry.wordings.all()}
        wanted = (self.language, "fr", *wordings)
        return next(wordings[code] for code in wanted if code in wordings)


def _dated(entry):
    told = str(searchable.KINDS[entry.kind].dated)
    if not entry.date or not told:
        return ""
    return told % {"date": date_format(entry.date, "j F Y")}
