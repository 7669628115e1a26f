"""An index of what was published in the test so far."""

import pytest

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
