"""The same is found, in the same order and with the same scores, on each database.

What is looked through are texts made to break things, and what is found stands beside
this file as it was found once: both databases are compared with it, letter by letter.
After a change that is meant to change results, write it again:
``REWRITE=1 pytest tests/search/test_same_everywhere.py``.
"""

import csv
import datetime
import json
import os
from itertools import pairwise
from pathlib import Path

from portal.core.searchable import Document, Field, Wording
from search import keeping, merging, results
from search.suggesting import suggest

HERE = Path(__file__).parent
KEPT = HERE / "same_everywhere.json"
DAY = datetime.date(2026, 1, 1)
LANGUAGES = ["fr", "nl", "en", "es"]


def texts():
    naughty = json.loads((HERE / "blns.json").read_text())
    with (HERE / "expectations.csv").open(encoding="utf-8", newline="") as file:
        intents = [f"{row['intent']} ({row['query']})" for row in csv.DictReader(file)]
    with (HERE / "inclusive_forms.csv").open(encoding="utf-8", newline="") as file:
        forms = [f"Pour les {row['form']}" for row in csv.DictReader(file)]
    return [*naughty, *intents, *forms]


def offer(offered):
    """Each text a document, with the text after it as what is written inside."""
    for number, (title, inside) in enumerate(pairwise(texts())):
        language = LANGUAGES[number % 4]
        words = Wording(language, title, f"/{number}/", texts=((Field.TEXT, inside),))
        day = DAY - datetime.timedelta(days=number // 10)
        stale = number % 7 == 0
        key = str(number)
        offered[key] = Document(key, "page", [words], date=day, is_stale=stale)
    keeping.renew("tests", list(offered))
    # Half of it is in the postings, the rest beside them.
    merging.merge(len(offered) // 2)


def queries():
    with (HERE / "expectations.csv").open(encoding="utf-8", newline="") as file:
        asked = [row["query"] for row in csv.DictReader(file)]
    return [*asked, *texts()[:500:20], "professionelle", "acteurs", "null", "e"]


def found(query, language):
    said = results.search(query, kind="page", language=language)
    return [
        said.count,
        said.mended,
        said.is_whole,
        [[group.best, *(one.url for one in group.results)] for group in said.groups],
        [one.url for one in suggest(query, language=language)],
    ]


def test_what_is_found_is_what_was_found_on_the_other_database(offered, kept):
    offer(offered)

    now = {
        query: found(query, LANGUAGES[number % 4])
        for number, query in enumerate(queries())
    }

    if os.environ.get("REWRITE"):
        lines = (f"{json.dumps(query)}: {json.dumps(now[query])}" for query in now)
        KEPT.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    assert len(now) > 60
    assert now == json.loads(KEPT.read_text())
