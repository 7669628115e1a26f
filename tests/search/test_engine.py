"""With an engine named by SEARCH_URL results are the same, and so when it fails."""

import csv
from contextlib import closing

import pytest
from django.utils import timezone

from home.models import StandardPage
from portal.core import edition
from portal.settings import engines
from search import engine, merging, rebuilding, results
from search.models import Entry, IndexState
from search.suggesting import suggest
from tests.making import make_site
from tests.search.engine_server import Engine, served
from tests.search.test_expectations import EXPECTATIONS

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def server(settings, monkeypatch):
    """An engine on a socket, named as SEARCH_URL names it."""
    monkeypatch.setattr(engine.Rest, "until", 0.0)
    there = Engine()
    with served(there) as port:
        named = engines.search(f"opensearch+http://127.0.0.1:{port}/essai")
        settings.WAGTAILSEARCH_BACKENDS = {"default": named}
        engine._backend.cache_clear()
        with closing(engine._backend().es):
            yield there
    engine._backend.cache_clear()


def merge():
    while merging.merge(500):
        pass


def send():
    while engine.send_merged(now=NOW, limit=100):
        pass


@pytest.fixture
def merged(indexed):
    """A few pages; quicker to read than a whole demonstration."""
    home = make_site()
    for title in ["Un SSM", "Crise et santé", "Santé et réseau", "La santé à Uccle"]:
        home.add_child(instance=StandardPage(title=title))
    indexed()
    merge()


@pytest.fixture
def sent(merged, server):
    send()
    return server


def queries():
    with EXPECTATIONS.open(encoding="utf-8", newline="") as file:
        asked = [row["query"] for row in csv.DictReader(file)]
    return [*asked, "planing familail", "santé", "crise etterbeek", "rien du tout"]


def told(query):
    """All that is shown, with scores."""
    found = results.search(query, language="fr")
    return (
        [(kind.name, count) for kind, count in found.counts],
        [
            (
                group.best,
                group.close,
                [(r.url, r.title, r.extract) for r in group.results],
            )
            for group in found.groups
        ],
        found.mended,
        found.is_whole,
        [one.url for one in suggest(query, language="fr")],
    )


def searched(server):
    return [call for call in server.calls if call.endswith("_search")]


def test_results_are_the_same_as_with_our_own_postings(indexed_demo, server, kept):
    merge()
    asked = queries()
    without = {query: told(query) for query in asked}
    assert not searched(server)

    send()
    # What it was told by our postings.
    edition._shelf.clear()

    assert {query: told(query) for query in asked} == without
    assert len(searched(server)) >= len(asked)


def test_the_answer_is_that_of_the_engine(sent):
    (name,) = sent.found
    assert results.search("ssm").count

    sent.found[name].clear()

    assert results.search("ssm").count == 0


def test_it_is_sent_our_tokens_to_be_taken_as_they_are(sent):
    (name,) = sent.found
    documents = sent.found[name].values()

    assert name.startswith("essai_")
    assert sent.mappings[name]["properties"]["held"]["type"] == "keyword"
    assert len(documents) == Entry.objects.count()
    held = {one for document in documents for one in document["held"]}
    assert {"1 sante", "1 fr:sant"} <= held
    assert not [one for one in held if "#" in one]


def test_long_answers_come_in_portions(sent, monkeypatch):
    before = told("santé")
    monkeypatch.setattr(engine, "PAGE", 1)
    monkeypatch.setattr(engine, "ASKED_AT_ONCE", 5)
    monkeypatch.setattr(engine, "SECONDS", 60)

    assert told("santé") == before


@pytest.mark.parametrize("fault", ["error", "garbage", "partial", "slow"])
def test_an_engine_that_fails_is_left_in_peace_and_readers_are_answered(
    sent, fault, caplog, monkeypatch
):
    before = told("ssm")
    monkeypatch.setattr(engine, "SECONDS", 0.5)
    sent.fault = fault
    sent.calls.clear()

    assert told("ssm") == before
    assert told("crise")[0]

    assert len(searched(sent)) == 1
    assert "search.engine" in {record.name for record in caplog.records}


def test_it_is_asked_again_after_a_while(sent, monkeypatch):
    sent.fault = "error"
    results.search("ssm")
    sent.fault = ""
    sent.calls.clear()

    results.search("ssm")
    assert not searched(sent)
    monkeypatch.setattr(engine.Rest, "until", 0.0)
    results.search("ssm")
    assert searched(sent)


def test_an_engine_that_is_away_fails_no_reader_and_no_worker(merged, settings, caplog):
    nobody = engines.search("opensearch+http://127.0.0.1:9/essai")
    settings.WAGTAILSEARCH_BACKENDS = {"default": nobody}
    engine._backend.cache_clear()
    IndexState.objects.update(sent=10**6)

    try:
        assert results.search("ssm").count
        assert engine.send_merged(now=NOW, limit=10) == 0
    finally:
        engine._backend.cache_clear()
        engine.Rest.until = 0.0
    assert "search.engine" in {record.name for record in caplog.records}


def test_an_engine_that_is_behind_is_not_asked(sent):
    IndexState.objects.update(sent=Entry.objects.count() - 1)
    sent.calls.clear()

    assert results.search("ssm").count
    assert not searched(sent)


def test_what_changes_later_is_sent_too_and_what_went_is_not_found(sent):
    gone, changed = Entry.objects.order_by("slot")[:2]
    gone.delete()
    Entry.objects.filter(pk=changed.pk).update(slot=None, tokens="0 #all\n1 nouveau")
    merging.merge(10)

    assert engine.send_merged(now=NOW, limit=10) == 1
    (name,) = sent.found
    assert ["1 nouveau"] in [one["held"] for one in sent.found[name].values()]


def test_a_rebuild_begins_an_index_of_its_own_and_the_old_one_goes(sent):
    before = told("ssm")
    (old,) = sent.found

    rebuilding.rebuild()
    assert told("ssm") == before
    send()

    assert set(sent.found) != {old}
    assert len(sent.found) == 1
    sent.calls.clear()
    assert told("ssm") == before
    assert searched(sent)


def test_an_engine_that_lost_its_index_is_sent_all_of_it_again(sent):
    sent.sent.clear()
    sent.found.clear()

    send()

    (name,) = sent.found
    assert len(sent.found[name]) == Entry.objects.count()


def test_without_an_engine_nothing_is_sent_or_asked(merged):
    assert engine._backend() is None
    assert engine.send_merged(now=NOW, limit=10) == 0
    assert IndexState.objects.get().sent == 0
