"""People are written to, and read their own pages, in a language of their choice."""

import ast
import re
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone, translation

from events import letters, links
from events.letters import promises
from events.notices import WRITTEN_IN
from tests.events.asking import make_question
from tests.events.form_pages import in_days
from tests.events.people import make_morning, sign_up
from tests.making import announce, make_site

ROOT = Path(__file__).resolve().parents[2]
LETTERS = [
    *(ROOT / "events" / "letters").glob("*.py"),
    ROOT / "events" / "lost_links.py",
    ROOT / "portal" / "core" / "when.py",
]
FORMS = [
    ROOT / "events" / f"{name}.py"
    for name in (
        "corrections",
        "desk",
        "holdings",
        "link_form",
        "person_form",
        "question_form",
        "questions",
        "registration_forms",
        "signing_up",
    )
] + [
    ROOT / "portal" / "core" / f"{name}.py"
    for name in ("answers_form", "person_fields", "stamped_form")
]
PAGES = list((ROOT / "templates" / "events" / "registration").glob("*.html"))
TRANSLATED = sorted(WRITTEN_IN - {"en"})


def said_in(path):
    """The messages of a module, with their contexts."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        texts = [part.value for part in call.args if isinstance(part, ast.Constant)]
        name = call.func.id.removesuffix("_lazy")
        if name == "pgettext":
            yield texts[0], texts[1]
        elif name in {"_", "gettext", "ngettext"}:
            yield None, texts[0]


def shown_in(path):
    found = re.findall(r'{% translate "([^"]+)" %}', path.read_text(encoding="utf-8"))
    return {(None, words) for words in found}


def known_in(language):
    path = ROOT / "locale" / language / "LC_MESSAGES" / "django.po"
    return {(e.msgctxt, e.msgid) for e in polib.pofile(path) if e.translated()}


def test_a_language_one_may_choose_is_one_of_the_portal():
    assert set(dict(settings.LANGUAGES)) >= WRITTEN_IN


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_letter_is_written_in_every_language(language):
    said = {message for path in LETTERS for message in said_in(path)}

    assert len(said) > 80
    assert not said - known_in(language)


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_pages_of_a_registrant_are_written_in_every_language(language):
    said = {message for path in FORMS for message in said_in(path)}
    shown = set().union(*map(shown_in, PAGES))

    assert len(said | shown) > 100
    assert sorted((said | shown) - known_in(language), key=str) == []


GREETINGS = {"fr": "Bonjour", "nl": "Dag", "en": "Hello", "es": "Hola"}
HEADINGS = {
    "fr": "Votre inscription est confirmée",
    "nl": "Uw inschrijving is bevestigd",
    "en": "Your registration is confirmed",
    "es": "Su inscripción está confirmada",
}


@pytest.fixture
def registration(db):
    cache.clear()
    make_site()
    meeting = make_morning(start_date=in_days(30), capacity=1)
    announce(meeting)
    make_question(meeting, label_nl="Werkgroep")
    return sign_up(meeting, now=timezone.now())


@pytest.mark.parametrize("language", sorted(WRITTEN_IN))
@pytest.mark.parametrize("reason", letters.WORDS)
def test_every_letter_can_be_written_to_everybody(registration, language, reason):
    registration.offer_until = timezone.now()
    promised = {**promises.promised(registration, reason), "rank": 2}

    with translation.override(language):
        letter = letters.write(letters.Facts(registration, promised, timezone.now()))
        text, html = letter.text, letter.html

    assert text.startswith(GREETINGS[language])
    assert "%(" not in letter.subject + text
    assert f'lang="{language}"' in html


@pytest.mark.parametrize("language", sorted(WRITTEN_IN))
def test_the_link_opens_a_page_in_the_language_of_its_letter(
    client, registration, language
):
    with translation.override(language):
        address = reverse("registration", args=[links.token(registration)])
        edit = reverse("registration_edit", args=[links.token(registration)])
        page = client.get(address).content.decode()
        corrected = client.get(edit)

    assert f'<html lang="{language}">' in page
    assert HEADINGS[language] in page
    assert corrected.status_code == 200
