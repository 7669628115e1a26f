"""What the directory costs as data: pages of HSDS, and a file of services coming in.

Run as ``python -m bench.directory_data sqlite`` (or ``postgresql``), with 10,000
services. Each page is asked three times, each time right after a change; the fastest is
shown. « Locked » is how long nobody else could write. Nothing here is judged.
"""

import csv
import gc
import random
import resource
import sys
import time
from io import StringIO

from bench.directory_ground import LINKS, fill
from bench.ground import fresh

SIZE = 10_000
NO_MAIL = 9
PAGES = (
    "services?per_page=100",
    "services?per_page=100&full=true",
    "services?per_page=100&page=100&full=true",
    "services?per_page=100&search=accompagne+domicile",
    "organizations?per_page=100",
    "service_at_locations?per_page=100&full=true",
    "taxonomy_terms?per_page=100",
    "services?minimal=true",
)
PLAIN = {
    "description_fr": "Accueille et accompagne des personnes à domicile. " * 2,
    "delay": "short",
    "delay_as_of": "2026-10-01",
    "schedules": "MO,TU,WE | opens_at=09:00 | closes_at=17:00",
    "cost_options": "Séance | amount=12.5 | as_of=2026-01-01",
    "assured_date": "2026-09-15",
    "location_postal_code": "1040",
    "location_city": "Etterbeek",
}
OTHERWISE = {
    "phones": "02 000 00 01 | description_fr=Accueil | languages=fr",
    "cost_options": "Séance | amount=13.5 | as_of=2026-02-01",
    "assured_date": "2026-10-15",
    "languages": "fr",
    "location_address_1": "rue de l’Autre Exemple 1",
}


def main(engine):
    with fresh(engine, mail_port=NO_MAIL):
        fill(SIZE)
        # As the server does once the portal is loaded.
        gc.collect()
        gc.freeze()
        for page in PAGES:
            _ask(page)
        lines = _lines()
        _import("a file of creations", lines)
        for line in lines:
            line["email"] = "autre@exemple.example"
        _import("a file of one change each", lines)
        for line in lines:
            line |= OTHERWISE
        _import("a file of many changes each", lines)
        _import("the same again", lines)


def _ask(page):
    from django.test import Client

    from portal.core import edition

    client, took = Client(headers={"host": "127.0.0.1"}), []
    for _turn in range(3):
        edition.advance(of=edition.WORDS)
        begun = time.thread_time()
        assert client.get(f"/api/hsds/{page}").status_code == 200
        took.append(time.thread_time() - begun)
    print(f"{page:52}{1000 * min(took):>8.0f} ms", flush=True)


def _import(name, lines):
    from services.importing import plan, reading, writing

    begun = time.process_time()
    planned = plan.of(*reading.read(_written(lines)))
    read = time.process_time()
    writer = writing.Writer(planned)
    writer.gather()
    ready = time.process_time()
    writer.store(None)
    stored = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{name}, {len(lines):,} lines: dry run {read - begun:.1f} s, "
        f"made ready {ready - read:.1f} s, locked {stored - ready:.1f} s, "
        f"{memory} MB at most",
        flush=True,
    )


def _written(lines):
    text = StringIO()
    writer = csv.DictWriter(text, list(lines[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue().encode()


def _lines():
    from services.columns import CODES

    dice = random.Random(SIZE)
    pools = {
        name: [str(getattr(one, codes.known_by)) for one in codes.records()]
        for name, codes in CODES.items()
        if name in LINKS
    }
    return [_line(rank, pools, dice) for rank in range(SIZE)]


def _line(rank, pools, dice):
    codes = {}
    for name, (least, most) in LINKS.items():
        count = min(len(pools[name]), dice.randint(least, most))
        codes[name] = ", ".join(dice.sample(pools[name], count))
    return {
        "organization_name_fr": f"Organisation exemple {rank % 2000}",
        "name_fr": f"Accueil exemple {rank}",
        "email": f"s{rank}@exemple.example",
        "phones": "02 000 00 00 | description_fr=Accueil | languages=fr",
        "location_address_1": f"rue de l’Exemple {rank}",
        **PLAIN,
        **codes,
    }


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "sqlite")
