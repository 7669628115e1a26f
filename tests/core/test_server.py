"""What is loaded before readers come is not looked through while they wait."""

import gc

from portal.core import server


def test_what_stays_is_no_longer_looked_through_for_garbage(monkeypatch):
    monkeypatch.setattr(server, "get_wsgi_application", lambda: "the portal")
    serving = server.Server(
        bind="127.0.0.1:0", workers=1, when_ready=lambda arbiter: None
    )
    before = gc.get_freeze_count()

    try:
        portal = serving.load()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()

    assert portal == "the portal"
