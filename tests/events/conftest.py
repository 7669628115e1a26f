import pytest

from events import notices
from tests.events.people import Told


@pytest.fixture
def told(monkeypatch):
    """What people were told of their seats; the letters have tests of their own."""
    told = Told()
    monkeypatch.setattr(notices, "tell", told)
    return told
