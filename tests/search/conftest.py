"""An index of what was published in the test so far."""

import pytest

from portal.core import edition, searchable
from portal.core.searchable import Kind, Source
from search import keeping


@pytest.fixture
def indexed():
    """Call it once all is published: what is done after a commit is never done here."""

    def read():
        while keeping.read_again(limit=1000):
            pass

    return read


@pytest.fixture
def indexed_demo(demo, indexed):
    indexed()


@pytest.fixture
def kept(monkeypatch):
    """Lets a process keep what it read, as it does where nothing is taken back."""
    monkeypatch.setattr(edition, "_may_be_undone", lambda: False)
    edition._shelf.clear()
    yield
    edition._shelf.clear()


@pytest.fixture
def offered(db, monkeypatch):
    """Documents of a room that is not there: {key: document}."""
    documents = {}
    source = Source(
        "tests",
        lambda: sorted(documents),
        lambda keys: [documents[key] for key in keys if key in documents],
    )
    monkeypatch.setattr(searchable, "SOURCES", {"tests": source})
    monkeypatch.setattr(searchable, "KINDS", {"page": Kind("page", "Pages", order=9)})
    return documents
