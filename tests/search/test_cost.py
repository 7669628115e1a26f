"""What a search costs does not grow with what it finds, and a seat changes nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.models import StandardPage
from portal.core import edition, searchable
from portal.core.searched_pages import PAGES
from search import extracts, postings, results, snapshot
from search.models import IndexState, Posting
from search.snapshot import ROOM
from search.suggesting import suggest
from services.searching import SERVICES
from tests.making import make_commune, make_need, make_service, make_site

pytestmark = pytest.mark.django_db


def queries_of(ask, *args, **how):
    with CaptureQueriesContext(connection) as asked:
        ask(*args, **how)
    return len(asked)


def test_thirty_results_ask_the_database_no_more_than_one(indexed):
    home = make_site()

    def add(count):
        for number in range(count):
            home.add_child(instance=StandardPage(title=f"Réseau {number}"))
        indexed()
        return queries_of(results.search, "réseau", language="fr")

    assert add(1) == add(29)


def test_thirty_services_are_read_in_as_many_questions_as_three():
    need, commune = make_need(), make_commune()
    services = [make_service(f"Service {number}") for number in range(30)]
    for service in services:
        service.needs.add(need)
        service.communes.add(commune)
        service.save()
    keys = [str(service.uuid) for service in services]
    documents = searchable.SOURCES[SERVICES].documents

    assert queries_of(documents, keys[:3]) == queries_of(documents, keys)


def test_thirty_pages_are_read_in_as_many_questions_as_three():
    home = make_site()
    pages = [StandardPage(title=f"Réseau {number}") for number in range(30)]
    for page in pages:
        home.add_child(instance=page)
    keys = [str(page.translation_key) for page in pages]
    documents = searchable.SOURCES[PAGES].documents
    # Types of pages and roots of sites are asked for once.
    documents(keys[:1])

    assert queries_of(documents, keys[:3]) == queries_of(documents, keys)


def test_what_a_process_keeps_of_the_index_has_a_bound(indexed):
    make_site().add_child(instance=StandardPage(title="Réseau"))
    indexed()
    index = snapshot.current()

    for start in range(0, ROOM * 3, 100):
        index.fetch(f"mot{number}" for number in range(start, start + 100))

    assert len(index._known) <= ROOM + 100


def test_only_other_generations_are_removed(monkeypatch):
    monkeypatch.setattr(postings, "ROWS", 2)
    for generation in (1, 2, 3):
        rows = [(f"mot{number}", 1, 0, [number]) for number in range(5)]
        postings.insert(generation, rows)

    postings.remove_all_but(2)

    assert [*Posting.objects.values_list("generation", flat=True)] == [2] * 5


def test_words_of_the_postings_are_read_again_only_once_they_change(indexed):
    make_site()
    indexed()
    before = snapshot.current().state

    edition.words_changed()
    assert snapshot.current().state == before

    IndexState.objects.update(generation=9)
    assert snapshot.current().state != before


def test_a_seat_that_is_taken_lets_suggestions_be_as_they_were(client):
    make_site()
    first = client.get(reverse("suggestions"), {"q": "mobi"})
    known = {"HTTP_IF_NONE_MATCH": first["ETag"]}

    # What a registration does.
    edition.advance()

    assert client.get(reverse("suggestions"), {"q": "mobi"}, **known).status_code == 304


def test_suggestions_read_no_text(indexed):
    make_site().add_child(instance=StandardPage(title="Réseau"))
    indexed()

    with CaptureQueriesContext(connection) as asked:
        (found,) = suggest("réseau", language="fr")

    assert found.title == "Réseau"
    assert not any('"search_entrywords"."text"' in one["sql"] for one in asked)


@pytest.mark.parametrize(
    ("looked_for", "text", "language"),
    [
        ("fr:oeil", "Les yeux fermés", "fr"),
        ("nl:zon", "Dienst gezondheid", "nl"),
        ("fr:urgenc", "L’urgence/la crise", "fr"),
    ],
)
def test_a_word_is_marked_by_its_stem_whatever_it_begins_with(
    looked_for, text, language
):
    marker = extracts.Marker(extracts.Wanted(frozenset([looked_for])))

    assert marker.marked(text, language).count("<mark>") == 1
