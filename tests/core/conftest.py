"""Mail that waits, and a mail server to give it to."""

from datetime import UTC, datetime
from itertools import count

import pytest

from portal.core import outbox
from tests.smtp import mail_server

NOW = datetime(2026, 1, 12, 9, tzinfo=UTC)
WORDS = {
    "subject": "Bienvenue",
    "text": "Bonjour à vous.\n",
    "html": "<p>Bonjour à vous.</p>",
    "attachments": (),
}
numbers = count(1)


@pytest.fixture
def queue():
    """Queue a mail; each call names only what matters to the test."""

    def put(**facts):
        number = next(numbers)
        facts.setdefault("key", outbox.key("test", number, "welcome", 1))
        facts.setdefault("to", f"person{number}@essai.example")
        facts.setdefault("language", "fr")
        facts.setdefault("now", NOW)
        words = {name: facts.pop(name) for name in WORDS.keys() & facts.keys()}
        facts.setdefault("words", outbox.Words(**WORDS | words))
        return outbox.put(**facts)

    return put


@pytest.fixture
def server(settings):
    """The mail server of the portal, which loses patience with it soon."""
    with mail_server() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = running.server_address
        settings.EMAIL_TIMEOUT = 0.3
        yield running
