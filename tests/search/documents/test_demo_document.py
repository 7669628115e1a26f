from search import results
from search.documents import texts
from search.models import DocumentText
from tests.search.documents.test_documents import NOW


def test_the_document_of_the_demonstration_is_found_by_its_text(indexed_demo, indexed):
    texts.read_documents(now=NOW, limit=10)
    indexed()

    inside = DocumentText.objects.get()
    (group,) = results.search("reconstituée", kind="document", language="fr").groups

    assert (inside.outcome, inside.language) == ("read", "fr")
    assert "<mark>reconstituée</mark>" in group.results[0].extract
