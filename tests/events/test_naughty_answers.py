"""Whatever people write in a form is taken as text, or told to be too long."""

import json
from html import escape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, SoupStrainer
from django.core.cache import cache
from django.urls import reverse

from events import links
from events.models import Registration
from tests.events.asking import make_question, said_of
from tests.events.form_pages import answers, open_morning, text_of
from tests.making import make_site

pytestmark = pytest.mark.django_db
NAUGHTY = json.loads(
    (Path(__file__).parents[1] / "search" / "blns.json").read_text(encoding="utf-8")
)
TEXTS = ("given_name", "family_name", "organisation", "role", "question")
FIELDS = SoupStrainer(["input", "textarea"])


@pytest.fixture(autouse=True)
def _site():
    cache.clear()
    make_site()


def test_no_text_breaks_the_form_and_each_comes_back_as_typed(client):
    meeting, address = open_morning()
    question = make_question(meeting)

    names = (*TEXTS, f"asked-{question.key}")

    for start in range(0, len(NAUGHTY), len(names)):
        said = dict(zip(names, NAUGHTY[start:], strict=False))
        # Refused for its address, so that the form is shown again.
        answer = client.post(address, answers(**said, email="x"))
        assert answer.status_code == 200, said
        shown = BeautifulSoup(text_of(answer), "html.parser", parse_only=FIELDS)
        for name, text in said.items():
            assert _read(_value(shown.find(attrs={"name": name}))) == _read(text)
    assert not meeting.registrations.exists()


def test_what_was_registered_is_shown_inert_and_as_typed(client):
    meeting, address = open_morning()
    question = make_question(meeting)
    dangerous = [text for text in NAUGHTY if "<" in text and len(text.strip()) <= 80][
        ::12
    ]

    for number, text in enumerate(dangerous):
        said = {**dict.fromkeys(TEXTS, text), f"asked-{question.key}": text}
        sent = client.post(address, answers(email=f"p{number}@essai.example", **said))
        assert sent.status_code == 302, text
        registration = Registration.objects.latest("pk")
        assert said_of(registration)["Atelier"] == text.strip()
        link = reverse("registration", args=[links.token(registration)])
        page = client.get(link).content.decode()
        assert escape(text.strip()).replace("&#x27;", "&#39;") in page.replace(
            "&#x27;", "&#39;"
        )
        assert text.strip() not in page.split("<main")[1]


@pytest.mark.parametrize("act", ["edit", "accept", "undo", "erase", "leave"])
def test_no_text_breaks_a_link(client, act):
    for text in NAUGHTY[::25]:
        token = text.replace("/", "").strip(". ") or "x"
        address = reverse(f"registration_{act}", args=[token])
        assert client.post(address, {"given_name": text}).status_code in {400, 404}


def _value(field):
    return field.get_text() if field.name == "textarea" else field.get("value", "")


def _read(text):
    """As a form keeps it: without blanks around, and on one kind of line."""
    return " ".join(text.replace("\u00a0", " ").split())
