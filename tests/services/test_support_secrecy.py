"""What is written of a request stands in two tables, and nowhere else at all."""

import io
import logging
import sys

import pytest
from django.conf import settings as portal
from django.contrib.sessions.backends.db import SessionStore
from django.core import mail
from django.core.cache import caches
from django.core.management import call_command
from django.core.signals import got_request_exception
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter
from openpyxl import load_workbook
from wagtail.log_actions import log as log_action

from portal.core import delivery, outbox
from services.models import SupportAnswer, SupportPage, SupportRequest
from services.support import forgetting, links, reminders
from tests.making import make_site
from tests.services.support_stories import (
    MARKER,
    make_kind,
    make_member,
    make_outcome,
    make_team,
    posted,
)
from tests.services.writings import OWN_TABLES, caches_of_production, places, text_of

pytestmark = pytest.mark.django_db
NAMING = f"M. {MARKER.title()}"


@pytest.fixture(autouse=True)
def kept(settings):
    yield from caches_of_production(settings)


@pytest.fixture
def team():
    return make_team()


@pytest.fixture
def address(team):
    page = SupportPage(title="Demander un appui", slug="appui", team=team)
    make_site().add_child(instance=page)
    return reverse("support_form", args=[page.slug, make_kind().code])


def holding(caplog):
    """The places outside the two tables that hold the marker."""
    return sorted({name for name, text in places(caplog) if MARKER in text.lower()})


def plant_row():
    words = outbox.Words("Bonjour", MARKER)
    outbox.put(
        key="planted", to="a@b.example", language="fr", words=words, now=timezone.now()
    )


def plant_words():
    page = SupportPage(title=MARKER, slug="planted", team=make_team())
    make_site().add_child(instance=page)
    search_all()


def search_all():
    call_command("rebuild_search_index", verbosity=0)


def plant_session():
    session = SessionStore()
    session["draft"] = MARKER
    session.save()


def plant_log_entry():
    log_action(instance=make_team(), action="wagtail.edit", data={"was": MARKER})


def plant_letter():
    mail.send_mail("Bonjour", MARKER, "a@b.example", ["c@d.example"])


def plant_file():
    (portal.VAR_DIR / "planted.txt").write_text(MARKER)


PLANTS = {
    "table core_outgoingmail": plant_row,
    "table search_entrywords": plant_words,
    "table kept_answers": lambda: caches["default"].set("answer", MARKER),
    "memory": lambda: caches["pages"].set("answer", MARKER),
    "sessions": plant_session,
    "table wagtailcore_modellogentry": plant_log_entry,
    "mail": plant_letter,
    "log": lambda: logging.getLogger("portal.core").info(MARKER),
    "files": plant_file,
}


@pytest.mark.parametrize("place", PLANTS)
def test_the_search_finds_a_text_wherever_it_is_planted(place, caplog):
    caplog.set_level(logging.DEBUG)

    PLANTS[place]()

    assert place in holding(caplog)
    (portal.VAR_DIR / "planted.txt").unlink(missing_ok=True)


def test_a_text_is_in_its_own_tables_only_whatever_becomes_of_it(address, caplog):
    caplog.set_level(logging.DEBUG)
    told = [*as_the_person(address), *as_the_team()]
    deliver_all()

    assert MARKER in text_of("services_supportwords")
    assert text_of("services_supportmessage").count(MARKER) >= len(OWN_TABLES)
    assert holding(caplog) == []
    assert not [answer for answer in told if MARKER in answer.lower()]
    assert not [page for page in public_pages() if MARKER in page]
    assert holding(caplog) == []


def test_once_erased_it_is_nowhere(address, caplog):
    caplog.set_level(logging.DEBUG)
    as_the_person(address)
    as_the_team()
    months_later = timezone.now() + timezone.timedelta(days=400)
    forgetting.forget_requests(now=months_later)

    assert MARKER not in "".join(map(text_of, OWN_TABLES))
    assert holding(caplog) == []


def as_the_person(address):
    """What the person is answered where nothing they wrote is repeated to them."""
    client = Client()
    refused = client.post(address, posted(situation=f"{NAMING} crie."))
    assert MARKER in refused.content.decode().lower()
    assert refused["Cache-Control"] == "no-store"
    received = client.post(address, posted(), follow=True)
    link = reverse("support_request", args=[links.token(SupportRequest.objects.get())])
    client.post(link, {"text": f"{NAMING} crie.", **stamp()})
    added = client.post(link, {"text": f"Encore, {MARKER}.", **stamp()})
    assert client.get(link)["Cache-Control"] == "no-store"
    addresses = [
        *(at for at, _status in received.redirect_chain),
        added.headers["Location"],
    ]
    return [received.content.decode(), *addresses]


def as_the_team():
    """All that a member does and takes away; without the screens that show the text."""
    asked = SupportRequest.objects.get()
    member, outcome = make_member(asked.team), make_outcome("difficulty", "Méfiance")
    answer = SupportAnswer.objects.create(name="Appel", text_fr="Nous appelons.")
    client = Client()
    client.force_login(member)
    screen = reverse("support_admin_request", args=[asked.reference])
    assert MARKER in client.get(screen).content.decode()
    acts = {
        "assign": {"owner": member.pk},
        "note": {"text": f"Note, {MARKER}."},
        "write": {"text": f"Message, {MARKER}."},
        "answer": {"answer": answer.pk},
        "propose": {"team": make_team().pk},
        "close": {"level": outcome.level.pk, "outcomes": [outcome.pk]},
    }
    for act, said in acts.items():
        prefix = "" if act == "close" else f"{act}-"
        facts = {f"{prefix}{name}": value for name, value in said.items()}
        assert client.post(f"{screen}{act}/", facts).status_code == 302, act
    shown = [reverse("support_admin") + "?state=all", reverse("support_figures")]
    exported = reverse("support_figures_file", args=["csv"])
    book = client.get(reverse("support_figures_file", args=["xlsx"])).content
    return [
        *(client.get(one).content.decode() for one in [*shown, exported]),
        repr([list(sheet.values) for sheet in load_workbook(io.BytesIO(book))]),
    ]


def deliver_all():
    """The worker's part: reminders, every letter sent, the index brought up to date."""
    now = timezone.now()
    reminders.remind_teams(now=now)
    while delivery.deliver_one(now=now):
        pass
    assert len(mail.outbox) >= len(OWN_TABLES)
    search_all()


def public_pages():
    """What anybody may read, with a word beside the marker looked for."""
    for path in (
        "/fr/",
        "/fr/appui/",
        "/fr/recherche/?q=personne+seule",
        "/sitemap.xml",
    ):
        yield Client().get(path).content.decode()


def stamp():
    return {name: posted()[name] for name in ("stamp", "website", "digits")}


def test_an_error_report_holds_no_text(address, monkeypatch):
    reports = []

    def fail(*_args, **_kwargs):
        raise RuntimeError

    def report(request, **_kwargs):
        shown = SafeExceptionReporterFilter().get_post_parameters(request)
        frames = ExceptionReporter(request, *sys.exc_info()).get_traceback_text()
        reports.append(repr(shown) + frames)

    monkeypatch.setattr("services.support.notices.tell", fail)
    got_request_exception.connect(report)
    Client(raise_request_exception=False).post(address, posted())
    got_request_exception.disconnect(report)

    assert reports
    assert MARKER not in repr(reports)
    assert not SupportRequest.objects.exists()
