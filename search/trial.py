"""A query as it is understood, and each result with why it was found."""

from dataclasses import dataclass

from portal.core import searchable
from search import explaining, extracts, results, snapshot, telling
from search.matching import Found, match
from search.models import Entry
from search.promoting import places

SHOWN = 20


@dataclass(frozen=True)
class Row:
    entry: Entry
    title: str
    url: str
    kind: str
    score: int
    answers: list
    is_promoted: bool


@dataclass(frozen=True)
class Trial:
    count: int
    mended: str
    # What stands for the words, by word.
    wishes: list
    rows: list
    shows_urgency: bool


def tried(query, *, language):
    """What a reader of ``language`` would find, with the reasons."""
    index = snapshot.current()
    asked, mended = results.understood(query, index, language)
    found = match(asked, index) if asked.wishes else Found()
    first = places(asked, index, language) if asked.wishes else []
    best = found.planes.best(found.hits, count=SHOWN, ties=found.ties)
    shown = telling.Shown(found, index, extracts.Marker(), language)
    chosen = [*first, *(place for place in best if place not in first)]
    return Trial(
        count=found.hits.bit_count(),
        mended=mended,
        wishes=[(wish.text, _ways(wish)) for wish in asked.wishes],
        rows=[
            _row(place, entry, asked, index, shown, place in first)
            for place, entry in index.entries(chosen)
        ],
        shows_urgency=asked.shows_urgency,
    )


def _ways(wish):
    """Each way to say it, once, without the stems nobody would recognise."""
    return list(dict.fromkeys(way.text for way in wish.ways))


def _row(place, entry, asked, index, shown, is_promoted):
    words = shown.wording(entry)
    return Row(
        entry=entry,
        title=words.title,
        url=words.url,
        kind=searchable.KINDS[entry.kind].label,
        score=shown.found.planes.score(1 << place),
        answers=explaining.explain(asked, index, place),
        is_promoted=is_promoted,
    )
