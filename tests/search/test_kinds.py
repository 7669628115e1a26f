"""A room adds a kind by registering it; nothing in the search knows it by name."""

import pytest
from django.urls import reverse
from django.utils import translation

from portal.core import searchable
from portal.core.searchable import Document, Kind, Source, Wording
from search import keeping, results
from search.suggesting import suggest
from tests.making import make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def wishes(monkeypatch):
    """What a room that is not there offers."""
    make_site()
    words = Wording("fr", "Écouter les ethnopsychiatres", "/souhait/", summary="Un vœu")
    source = Source(
        "wishes", lambda: ["1"], lambda _keys: [Document("1", "wish", [words])]
    )
    kind = Kind("wish", "Souhaits", order=7, words={"fr": "souhait"})
    monkeypatch.setitem(searchable.SOURCES, source.name, source)
    monkeypatch.setitem(searchable.KINDS, kind.name, kind)
    searchable.tell("wishes", ["1"])
    keeping.read_again(limit=10)


def test_a_new_kind_has_its_filter_its_count_and_its_results(client, wishes):
    page = client.get(reverse("search"), {"q": "souhait ethnopsychiatre"})
    (door,) = [d for d in page.context["filters"].kinds if d.label == "Souhaits"]
    alone = client.get(reverse("search") + door.address)

    assert door.count == 1
    assert alone.context["results"].kind == "wish"
    assert 'href="/souhait/"' in alone.content.decode()


def test_a_new_kind_is_suggested_and_can_be_tried(admin_client, wishes):
    page = admin_client.get(reverse("search_trial"), {"q": "souhait"})

    assert [one.kind for one in suggest("ethnop", language="fr")] == ["Souhaits"]
    assert [row.kind for row in page.context["trial"].rows] == ["Souhaits"]


@pytest.mark.parametrize("language", ["nl", "es"])
def test_kinds_and_counts_are_told_in_the_language_of_the_reader(wishes, language):
    def told(code):
        with translation.override(code):
            sentences = [results.search(q).status for q in ("souhait", "rien", "")]
            return {*map(str, (k.label for k in searchable.KINDS.values())), *sentences}

    searchable.KINDS.pop("wish")

    assert len(told("fr")) > 8
    assert not told(language) & told("fr")
