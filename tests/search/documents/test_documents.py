"""Documents are found by their text, and only where a public page refers to them."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from search import rebuilding, results
from search.documents import language, reading, texts
from search.models import DocumentText, Entry
from search.suggesting import suggest
from tests.making import make_site
from tests.search.documents import making

pytestmark = pytest.mark.django_db
NOW = timezone.now()
FRENCH = (
    "Les ethnopsychiatres du réseau sont là pour vous, et pour tous ceux qui le sont."
)


@pytest.fixture
def home():
    return make_site()


@pytest.fixture
def work(indexed):
    """What the worker does in a minute."""

    def one_round(now=NOW):
        done = texts.read_documents(now=now, limit=200)
        indexed()
        return done

    return one_round


@pytest.fixture
def document():
    return making.keep(making.pdf(FRENCH), title="Guide du réseau")


@pytest.fixture
def private():
    """A collection for those who sign in, and one inside it."""
    closed = Collection.get_first_root_node().add_child(name="Équipe")
    CollectionViewRestriction.objects.create(
        collection=closed, restriction_type="login"
    )
    return closed.add_child(name="Dossiers")


def find(query, **how):
    found = results.search(query, language="fr", **how)
    return [one for group in found.groups for one in group.results]


def is_found():
    """Whether anything tells of the document: results, counts, suggestions."""
    told = [
        bool(find("ethnopsychiatre")),
        "document" in [kind.name for kind, _count in results.search("guide").counts],
        bool(suggest("guide du rés", language="fr")),
    ]
    assert len(set(told)) == 1
    return told[0]


def test_a_document_is_found_by_what_is_written_in_it(home, document, work):
    making.refer(home, document)
    assert work() == 1

    (result,) = find("ethnopsychiatre")

    assert strip_tags(result.title) == "Guide du réseau"
    assert "<mark>ethnopsychiatres</mark>" in result.extract
    assert (result.kind, result.url) == ("document", document.url)
    assert (result.file_type, result.file_size) == ("PDF", document.file_size)


def test_the_page_of_results_tells_its_type_size_day_and_language(
    client, home, document, work
):
    making.refer(home, document)
    work()

    page = client.get("/nl/zoeken/", {"q": "ethnopsychiatres"}).content.decode()

    assert "PDF, " in page
    assert "KB" in page
    assert 'lang="fr"' in page
    assert str(timezone.localdate(document.created_at).year) in page


def test_words_far_inside_a_document_are_shown(home, work):
    text = "fauteuil " * 12_000 + FRENCH
    making.refer(home, making.keep(text.encode(), name="long.txt"))
    work()

    (found,) = find("ethnopsychiatre")

    assert "<mark>ethnopsychiatres</mark> du réseau" in found.extract


def test_documents_are_a_kind_of_their_own(client, home, document, work):
    making.refer(home, document, summary="Un guide pour tous")
    work()

    found = results.search("guide", language="fr")
    (only,) = find("guide", kind="document")

    assert {kind.name: count for kind, count in found.counts} == {
        "document": 1,
        "page": 1,
    }
    assert only.url == document.url
    assert [one.url for one in suggest("guide", language="fr")] == [document.url]


@pytest.mark.parametrize("facts", [{"live": False}, None])
def test_what_no_public_page_refers_to_is_not_found(home, document, work, facts):
    if facts is not None:
        making.refer(home, document, **facts)
    work()

    assert not is_found()
    assert not DocumentText.objects.exists()


def test_a_page_that_only_some_may_read_tells_of_no_document(home, document, work):
    page = making.refer(home, document)
    work()
    assert is_found()

    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert not is_found()
    work()
    assert not is_found()
    assert not DocumentText.objects.exists()


def test_a_private_collection_hides_what_is_in_it(home, document, work, private):
    making.refer(home, document)
    document.collection = private
    document.save()
    work()
    assert not is_found()

    CollectionViewRestriction.objects.all().delete()
    work()
    assert is_found()

    CollectionViewRestriction.objects.create(
        collection=private.get_parent(), restriction_type="login"
    )
    assert not is_found()


def test_a_collection_that_is_moved_into_a_private_one_is_hidden(
    home, work, private, django_capture_on_commit_callbacks
):
    public = Collection.get_first_root_node().add_child(name="Guides")
    private.refresh_from_db()
    document = making.keep(making.pdf(FRENCH), title="Guide", collection=public)
    making.refer(home, document)
    work()
    assert find("ethnopsychiatre")

    with django_capture_on_commit_callbacks(execute=True):
        public.save()
        public.move(private, "sorted-child")

    assert not find("ethnopsychiatre")


def test_it_goes_with_the_last_page_that_refers_to_it(home, document, work):
    first, second = (making.refer(home, document) for _page in range(2))
    work()

    first.unpublish()
    work()
    assert is_found()
    second.body = []
    second.save_revision().publish()
    assert not is_found()


def test_it_is_found_as_soon_as_a_page_that_refers_to_it_is_published(
    home, document, work, indexed
):
    page = making.refer(home, document, live=False)
    work()

    page.save_revision().publish()
    indexed()

    assert [one.url for one in find("guide")] == [document.url]


def test_a_file_that_changes_is_read_again(home, document, work):
    making.refer(home, document)
    work()
    assert work() == 0

    document.file = ContentFile(making.pdf("La revalidation"), name="autre.pdf")
    document._set_file_hash()
    document.save()
    assert not find("ethnopsychiatre")
    assert work() == 1

    assert find("revalidation")
    assert not find("ethnopsychiatre")


def test_its_text_goes_with_a_document(home, document, work):
    making.refer(home, document)
    work()

    document.delete()

    assert not is_found()
    assert not DocumentText.objects.exists()


def test_what_cannot_be_read_is_found_by_its_title(home, work):
    broken = making.keep(b"%PDF", title="Guide abîmé")
    making.refer(home, broken)
    work()

    assert [strip_tags(one.title) for one in find("guide abîmé")] == ["Guide abîmé"]
    assert work() == 0


def test_a_file_that_could_not_be_opened_is_tried_again_later(home, document, work):
    making.refer(home, document)
    document.file.storage.delete(document.file.name)
    assert (work(), work()) == (1, 0)

    document.file.storage.save(document.file.name, ContentFile(making.pdf(FRENCH)))
    later = NOW + texts.TRIED_AGAIN + timedelta(seconds=1)

    assert work(later) == 1
    assert find("ethnopsychiatre")


def test_what_was_changed_without_a_word_is_set_right_by_the_worker(
    home, document, work
):
    making.refer(home, document)
    work()
    Entry.objects.filter(source="documents").delete()

    work()

    assert is_found()


def test_files_that_take_long_are_left_to_the_next_round(home, work, monkeypatch):
    for _document in range(3):
        making.refer(home, making.keep(making.pdf(FRENCH)))
    monkeypatch.setattr(texts, "SECONDS_A_ROUND", -1)
    assert work() == 0
    monkeypatch.setattr(texts, "SECONDS_A_ROUND", 100)
    assert work() == 3


def test_a_rebuild_finds_the_same_documents(home, document, work):
    making.refer(home, document)
    work()
    before = rebuilding.fingerprint()

    rebuilding.rebuild()

    assert rebuilding.fingerprint() == before
    assert is_found()


def test_no_file_is_read_while_somebody_waits(
    client, home, document, work, monkeypatch
):
    making.refer(home, document)
    monkeypatch.setattr(reading, "read", lambda _document: pytest.fail("read"))

    assert client.get("/fr/recherche/", {"q": "guide"}).status_code == 200
    document.title = "Autre"
    document.save()


def test_editors_see_which_documents_could_not_be_read(admin_client, home, work):
    making.refer(home, making.keep(b"%PDF", title="Guide abîmé"))
    making.refer(home, making.keep(making.pdf(FRENCH), title="Guide lisible"))
    work()

    page = admin_client.get(reverse("search_trial")).content.decode()

    assert "Guide abîmé" in page
    assert "Guide lisible" not in page


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (FRENCH, "fr"),
        ("Het team is er voor de mensen van het netwerk en voor wie het wil.", "nl"),
        ("This is for the people of the network and for you, with a team.", "en"),
        ("Es para las personas que no son de la red, y con el equipo.", "es"),
        ("Bruxelles 1040", ""),
    ],
)
def test_the_language_of_a_text_is_guessed(text, code):
    assert language.guess(text) == code
