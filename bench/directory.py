"""What the directory costs with 100, 1,000 and 10,000 services, on a real database.

Run as ``python -m bench.directory sqlite`` (or ``postgresql``). Each page is asked of
the whole portal in this process, middleware included, with its cache of drawn pages
emptied before; « first reader » comes after a change, when nothing is kept. Times are
printed beside their targets and are not judged; numbers of queries are.
"""

import statistics
import sys

from bench.asking import get
from bench.directory_ground import fill
from bench.ground import fresh

SIZES = (100, 1_000, 10_000)
TURNS = 9
MOST_QUERIES = 12
# Nothing here sends any.
NO_MAIL = 9
ADDRESSES = {
    "no facet": "",
    "three facets": "?besoin=need-home&commune=etterbeek&langue=fr",
    "three others": "?type=type-ssm&type=type-cpf&cout=cond-free&mode=mode-ambulatory",
    "words": "?q=accompagne+domicile&commune=etterbeek",
}


def main(engine):
    figures, wrong = {}, []
    with fresh(engine, mail_port=NO_MAIL):
        for size in SIZES:
            fill(size)
            figures[size] = _measure(size, wrong)
    _print(engine, figures)
    for what in wrong:
        print(f"WRONG: {what}")
    sys.exit(1 if wrong else 0)


def _measure(size, wrong):
    from portal.core import edition

    found = {}
    for name, query in ADDRESSES.items():
        address = f"/fr/annuaire/{query}"
        edition.advance(of=edition.WORDS)
        first = get(address)
        warm = [get(address) for _turn in range(TURNS)]
        edition.advance(of=edition.WORDS)
        # The page above, the menu and the words are there; these numbers are not.
        get("/fr/annuaire/?besoin=need-crisis")
        get("/fr/annuaire/?q=accueil")
        again = get(address)
        queries = max(again.queries, *(answer.queries for answer in warm))
        if name != "words" and queries > MOST_QUERIES:
            wrong.append(f"{size}, {name}: {queries} queries")
        found[name] = {
            "processor, counts known": _ms(*warm),
            "processor, counts not known": _ms(again),
            "processor, first after a change": _ms(first),
            "waited for, counts known": _ms(*warm, of="waited"),
            "waited for, counts not known": _ms(again, of="waited"),
            "queries": str(queries),
        }
    return found


def _ms(*answers, of="milliseconds"):
    return f"{statistics.median(getattr(one, of) for one in answers):.0f} ms"


def _print(engine, figures):
    print(f"{engine:36}" + "".join(f"{size:>12,}" for size in SIZES) + "   target")
    for name in ADDRESSES:
        print(name)
        for figure in figures[SIZES[-1]][name]:
            row = "".join(f"{figures[size][name][figure]:>12}" for size in SIZES)
            target = f"{MOST_QUERIES} at most" if figure == "queries" else "150 ms"
            if "after a change" in figure:
                target = ""
            print(f"  {figure:34}{row}   {target}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "sqlite")
