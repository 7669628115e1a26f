"""What the search costs with ten thousand services and ten thousand pages.

Run as ``python -m bench.search sqlite`` or ``postgresql``; a second word is another
number, ``--once`` after it leaves out the second build. The whole page is asked for
through the portal's own middleware, in this process: the figure is the time the server
takes. What is found must be the same on both databases: compare the line « answers ».
"""

import random
import statistics
import sys
import time
from hashlib import blake2b
from resource import RUSAGE_SELF, getrusage

from bench import figures, ground
from bench.search_ground import EVERYWHERE, fill
from bench.verdict import Verdict

COUNT = 10_000
QUERIES = 300
NOWHERE = "qqqq"


def main(engine, count=COUNT, *options):
    with ground.fresh(engine, mail_port=1):
        verdict = Verdict()
        count = int(count)
        print(f"{engine}, {count:,} services, as many pages, load {figures.load()}")
        fill(count)
        _build()
        _search(verdict, count)
        if "--once" not in options:
            _build_again(verdict)
        ground.leave_the_database()
    verdict.exit()


def _build():
    from search import rebuilding

    begun, worked = time.perf_counter(), time.process_time()
    entries = rebuilding.rebuild()
    waited, worked = time.perf_counter() - begun, time.process_time() - worked
    figures.say(
        "index built, clock", f"{entries / waited:.0f} entries/s", "500 at least"
    )
    figures.say("index built, processor", f"{entries / worked:.0f} entries/s")
    figures.say("memory since the start, at most", f"{_megabytes():.0f} MB")


def _build_again(verdict):
    from search import rebuilding

    before, asked = rebuilding.fingerprint(), _answers()
    begun = time.perf_counter()
    rebuilding.rebuild()
    figures.say("built again, unchanged", f"{time.perf_counter() - begun:.1f} s")
    verdict.claim("a rebuild changes no entry", rebuilding.fingerprint() == before)
    verdict.claim("a rebuild changes no answer", _answers() == asked)


def _search(verdict, count):
    search, suggestions = _addresses()
    queries, hits = _queries(), _hits(EVERYWHERE)
    typed = [query[: max(2, len(query) - 2)] for query in queries]
    print(f"  {'milliseconds':<40} {'median':>8} {'95 %':>8} {'target':>8}")
    _say("first page of a process", _ask([EVERYWHERE], search))
    _say("page that finds nothing", _ask([NOWHERE] * 20, search))
    _say(f"word in all, {hits:,} hits", _ask([EVERYWHERE] * 40, search), 60)
    for words in range(4):
        _say(f"{words + 1} word(s)", _ask(queries[words::4], search), 60)
    _say("suggestions", _ask(typed, suggestions), 25)
    _say("first page after a change", _ask_anew(queries[:20], search), 200)
    figures.say("memory since the start, at most", f"{_megabytes():.0f} MB")
    figures.say("yardstick", f"{figures.yardstick():.3f} s")
    figures.say("answers", _what_all_databases_answer())
    verdict.claim("the word in all entries finds them all", hits >= 2 * count)


def _addresses():
    from django.urls import reverse
    from django.utils import translation

    with translation.override("fr"):
        return reverse("search"), reverse("suggestions")


def _say(name, spent, target=""):
    """Milliseconds of what ``_ask`` gave, waiting and working."""
    waited, worked = zip(*spent, strict=True)
    for what, seconds in (("clock", waited), ("processor", worked)):
        ordered = sorted(1_000 * one for one in seconds)
        late = ordered[max(round(0.95 * len(ordered)) - 1, 0)]
        label, middle = f"{name}, {what}", statistics.median(ordered)
        print(f"  {label:<40} {middle:>8.1f} {late:>8.1f} {target:>8}", flush=True)


def _ask(queries, address):
    """(Seconds waited, seconds of processor) of each, as the portal answers it."""
    from django.test import Client

    client, spent = Client(HTTP_HOST="127.0.0.1"), []
    for query in queries:
        begun, worked = time.perf_counter(), time.process_time()
        response = client.get(address, {"q": query})
        spent.append((time.perf_counter() - begun, time.process_time() - worked))
        assert response.status_code == 200, (query, response.status_code)
    return spent


def _ask_anew(queries, address):
    """The same, each after a change: nothing that rests on words is known any more."""
    from portal.core import edition

    spent = []
    for query in queries:
        edition.words_changed()
        spent += _ask([query], address)
    return spent


def _megabytes():
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def _hits(query):
    from search import results

    return results.search(query, language="fr").count


def _queries():
    """One to four words of what is there, by turns; one in ten with a wrong letter."""
    from search.models import EntryWords

    chance = random.Random(8)
    # Put in order here: databases do not agree on what comes first.
    texts = sorted(EntryWords.objects.values_list("url", "text"))
    texts = texts[:: max(1, len(texts) // QUERIES)][:QUERIES]
    queries = []
    for number, (_url, text) in enumerate(texts):
        words = chance.sample(text.split() or ["rien"], min(1 + number % 4, 4))
        if number % 10 == 0:
            words[0] = words[0][:2] + "x" + words[0][3:]
        queries.append(" ".join(words))
    return queries


def _answers():
    """What some queries find, in order."""
    return [[r.url for g in one.groups for r in g.results] for one in _found()]


def _what_all_databases_answer():
    """How much is found of each kind, and how well it fits.

    Not in which order: keys are drawn anew in each database, and decide among equals.
    """
    told = [
        [(g.kind.name, g.best, g.count, g.close) for g in one.groups]
        for one in _found()
    ]
    return blake2b(repr(told).encode(), digest_size=8).hexdigest()


def _found():
    from search import results

    queries = [EVERYWHERE, *_queries()[:60]]
    return [results.search(query, language="fr") for query in queries]


if __name__ == "__main__":
    main(*sys.argv[1:])
