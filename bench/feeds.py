"""What calendar feeds cost with 100, 1,000 and 10,000 meetings, on a real server.

Run as ``python -m bench.feeds``. Ratios are of one run, asked by turns, so they hold on
a machine that is busy. Times are printed beside their targets and are not judged; what
is judged is that bytes and numbers of queries are as they should be.
"""

import gzip
import sys

import brotli

from bench import feeds_ground as ground
from bench.feeds_publishing import extra_of_publishing
from bench.feeds_reader import (
    FEED,
    at_once,
    by_turns,
    get,
    median,
    memory,
    peak_while,
)

SIZES = (100, 1_000, 10_000)
TURNS = 25
CROWD = 50


class Judgement:
    """Collects what is not as it should be."""

    def __init__(self):
        self.wrong = []

    def claim(self, what, holds):
        if not holds:
            self.wrong.append(what)

    def exit(self):
        for what in self.wrong:
            print(f"WRONG: {what}")
        sys.exit(1 if self.wrong else 0)


def main():
    judgement, figures = Judgement(), {}
    with ground.prepared() as folder:
        ground.fill(SIZES[0])
        with ground.served() as workers:
            for size in SIZES:
                ground.fill(size)
                figures[size] = _measure(size, folder, judgement)
            for name, value in _memory(workers).items():
                figures[SIZES[-1]][name] = value
    _print(figures)
    judgement.exit()


def _measure(size, folder, judgement):
    cold = _cold()
    full = get(FEED)
    packed = get(FEED, Accept_Encoding="br")
    _judge_bytes(size, full, packed, judgement)
    (folder / f"{size}.ics").write_bytes(full.body)
    same = f"/bench/stored/{size}.ics"
    _warm(FEED, same)
    answers = by_turns(
        TURNS,
        feed=lambda: get(FEED),
        stored=lambda: get(same),
        packed=lambda: get(FEED, Accept_Encoding="br"),
        known=lambda: get(FEED, If_None_Match=full.headers["ETag"]),
    )
    _judge_answers(size, answers, full, get(same), judgement)
    built = get("/bench/built")
    feed, stored = median(answers["feed"]), median(answers["stored"])
    return {
        "size": f"{len(full.body) / 1e6:.2f} MB",
        "  packed": f"{len(packed.body) / 1e3:.0f} kB",
        "first reader after a change": f"{1000 * cold.seconds:.0f} ms",
        "warm full feed": f"{1000 * feed:.2f} ms",
        "warm full feed, packed": f"{1000 * median(answers['packed']):.2f} ms",
        "same bytes, stored": f"{1000 * stored:.2f} ms",
        "feed / stored": f"{feed / stored:.2f}",
        "queries, full": str(max(answer.queries for answer in answers["feed"])),
        "queries, first reader": str(cold.queries),
        "built by the library": f"{1000 * built.seconds:.0f} ms",
        "built / feed": f"{built.seconds / feed:.0f}",
        "built / first reader": f"{built.seconds / cold.seconds:.0f}",
        "304, in the portal": _inside(answers["known"]),
        "queries, 304": str(max(answer.queries for answer in answers["known"])),
        "per meeting, first reader": f"{1e6 * cold.seconds / size:.0f} µs",
        "publishing, extra": f"{1000 * extra_of_publishing():.1f} ms",
    }


def _cold():
    """What the first reader after a change waits."""
    from portal.core import edition

    edition.advance(of=edition.CALENDARS)
    return get(FEED)


def _warm(*addresses):
    """Each worker has made what it sends once."""
    for _turn in range(12):
        for address in addresses:
            get(address)
            get(address, Accept_Encoding="br")


def _judge_bytes(size, full, packed, judgement):
    judgement.claim(f"{size}: all are there", full.body.count(b"BEGIN:VEVENT") == size)
    unpacked = brotli.decompress(packed.body)
    judgement.claim(f"{size}: packed bytes are the same", unpacked == full.body)
    zipped = gzip.decompress(get(FEED, Accept_Encoding="gzip").body)
    judgement.claim(f"{size}: zipped bytes are the same", zipped == full.body)


def _judge_answers(size, answers, full, stored, judgement):
    same = all(answer.body == full.body for answer in answers["feed"])
    judgement.claim(f"{size}: all readers are sent the same bytes", same)
    judgement.claim(f"{size}: stored bytes are the same", stored.body == full.body)
    few = all(answer.queries <= 3 for answer in answers["feed"])
    judgement.claim(f"{size}: a full feed asks three questions at most", few)
    known = answers["known"]
    one = all(answer.status == 304 and answer.queries <= 1 for answer in known)
    judgement.claim(f"{size}: who has it already costs one question", one)


def _inside(answers):
    return f"{median(answers, 'milliseconds_inside'):.2f} ms"


def _memory(workers):
    # What was published meanwhile is rendered first: readers alone are measured.
    _warm(FEED)
    before = memory(workers)
    one = peak_while(workers, lambda: at_once(1, lambda: get(FEED)))
    crowd = peak_while(workers, lambda: at_once(CROWD, lambda: get(FEED)))
    return {
        "memory of both workers": f"{before:.0f} MB",
        "  one reader": f"{one:.0f} MB",
        f"  {CROWD} readers at once": f"{crowd:.0f} MB",
    }


TARGETS = {
    "feed / stored": "1.5 at most",
    "queries, full": "3 at most",
    "built / feed": "50 at least",
    "304, in the portal": "under 2 ms",
    "queries, 304": "1 at most",
    "per meeting, first reader": "flat or less",
    "publishing, extra": "under 50 ms",
    f"  {CROWD} readers at once": "as one reader",
}


def _print(figures):
    names = list(figures[SIZES[-1]])
    print(f"{'':28}" + "".join(f"{size:>24,}" for size in SIZES) + "   target")
    for name in names:
        row = "".join(f"{figures[size].get(name, ''):>24}" for size in SIZES)
        print(f"{name:28}{row}   {TARGETS.get(name, '')}")


if __name__ == "__main__":
    main()
