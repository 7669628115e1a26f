"""What the search costs with ten thousand services and ten thousand pages.

Run as ``python -m bench.search sqlite`` or ``postgresql``; a second word is another
number, ``--once`` after it leaves out the second build. The whole page is asked for
through the portal's own middleware, in this process: the figure is the time the server
takes. What is found must be the same on both databases: compare the line « answers ».
"""

import random
import sys
import time
from hashlib import blake2b

from bench import figures, ground
from bench.search_ground import EVERYWHERE, fill
from bench.verdict import Verdict

COUNT = 10_000
QUERIES = 300


def main(engine, count=COUNT, *options):
    with ground.fresh(engine, mail_port=1):
        verdict = Verdict()
        count = int(count)
        print(f"{engine}, {count:,} services, as many pages, load {figures.load()}")
        fill(count)
        _build()
        if "--once" not in options:
            _build_again(verdict)
        _search(verdict)
        ground.leave_the_database()
    verdict.exit()


def _build():
    from search import rebuilding

    begun, worked = time.perf_counter(), time.process_time()
    entries = rebuilding.rebuild()
    seconds = time.perf_counter() - begun
    worked = time.process_time() - worked
    figures.say("index built", f"{entries / seconds:.0f} entries/s", "500 at least")
    figures.say("the same, of processor", f"{entries / worked:.0f} entries/s")


def _build_again(verdict):
    from search import rebuilding

    before, asked = rebuilding.fingerprint(), _answers()
    begun = time.perf_counter()
    rebuilding.rebuild()
    figures.say("built again, unchanged", f"{time.perf_counter() - begun:.1f} s")
    verdict.claim("a rebuild changes no entry", rebuilding.fingerprint() == before)
    verdict.claim("a rebuild changes no answer", _answers() == asked)


def _search(verdict):
    from django.test import Client

    search, suggestions = _addresses()
    client = Client(HTTP_HOST="127.0.0.1")
    _ask(client, [EVERYWHERE, "sante mentale"], search)
    queries = _queries()
    typed = [query[: max(2, len(query) - 2)] for query in queries]
    figures.say("hits of the word in all", f"{_count(EVERYWHERE):,}")
    _say("a word in all entries", _ask(client, [EVERYWHERE] * 20, search), "0.060 s")
    _say("1 to 4 words", _ask(client, queries, search), "0.060 s, 95 %")
    _say("suggestions", _ask(client, typed, suggestions), "0.025 s, 95 %")
    figures.say("yardstick", f"{figures.yardstick():.3f} s")
    told = repr(_answers()).encode()
    figures.say("answers", blake2b(told, digest_size=8).hexdigest())
    verdict.claim("the word in all entries finds them all", _count(EVERYWHERE) > 0)


def _addresses():
    from django.urls import reverse
    from django.utils import translation

    with translation.override("fr"):
        return reverse("search"), reverse("suggestions")


def _say(name, seconds, target):
    waited, worked = zip(*seconds, strict=True)
    figures.say(name, figures.spread(waited), target)
    figures.say("  of processor", figures.spread(worked))


def _ask(client, queries, address):
    """(Seconds waited, seconds of processor) of each."""
    seconds = []
    for query in queries:
        begun, worked = time.perf_counter(), time.process_time()
        response = client.get(address, {"q": query})
        spent = time.perf_counter() - begun, time.process_time() - worked
        seconds.append(spent)
        assert response.status_code == 200, (query, response.status_code)
    return seconds


def _count(query):
    from search import results

    return results.search(query, language="fr").count


def _queries():
    """One to four words of what is there, one in ten with a wrong letter."""
    from search.models import EntryWords

    chance = random.Random(8)
    texts = EntryWords.objects.order_by("title").values_list("text", flat=True)
    texts = list(texts[: QUERIES * 3 : 3])
    queries = []
    for number, text in enumerate(texts):
        words = chance.sample(text.split() or ["rien"], min(1 + number % 4, 4))
        if number % 10 == 0:
            words[0] = words[0][:2] + "x" + words[0][3:]
        queries.append(" ".join(words))
    return queries


def _answers():
    """What some queries find, in order."""
    from search import results

    found = [results.search(query, language="fr") for query in _queries()[:60]]
    return [[r.url for g in one.groups for r in g.results] for one in found]


if __name__ == "__main__":
    main(*sys.argv[1:])
