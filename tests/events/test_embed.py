"""Other sites show the agenda: bounded, filtered, in their language, no cookie."""

from datetime import timedelta
from html import unescape
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from events import embed
from events.embed_form import MOST, USUAL, EmbedBuilder
from events.models import AgendaPage
from tests.making import (
    announce,
    make_commune,
    make_cycle,
    make_meeting,
    make_site,
    make_theme,
    make_venue,
)

pytestmark = pytest.mark.django_db

SCRIPT = "/embed/agenda.js"


@pytest.fixture(autouse=True)
def _site():
    make_site()


def at(name, language="fr"):
    with translation.override(language):
        return reverse(name)


def key(name, language="fr"):
    with translation.override(language):
        return str(EmbedBuilder.keys[name])


def announced(title="Une matinée", days=10, **facts):
    day = timezone.localdate() + timedelta(days=days)
    meeting = make_meeting(start_date=day, **facts)
    announce(meeting, title)
    return meeting


def titles(client, language="fr", **asked):
    query = {key(name, language): value for name, value in asked.items()}
    answer = client.get(at("embed_data", language), query)
    return [line["title"] for line in answer.json()["lines"]]


def test_what_is_to_come_is_given_the_next_one_first(client):
    announced("Plus tard", days=20)
    announced("Bientôt", days=10)
    announced("Passée", days=-10)
    make_meeting(start_date=timezone.localdate() + timedelta(days=5))

    assert titles(client) == ["Bientôt", "Plus tard"]


def test_there_is_always_an_end(client):
    for days in range(USUAL + 2):
        announced(days=days + 1)

    assert len(titles(client)) == USUAL
    assert len(titles(client, limit=3)) == 3
    assert client.get(at("embed_data"), {key("limit"): MOST + 1}).status_code == 400


def test_each_filter_narrows_what_is_given(client):
    commune, theme = make_commune(slug="etterbeek"), make_theme(code="logement")
    cycle = make_cycle()
    concertation = cycle.concertation
    wanted = announced(
        "Voulue",
        kind="atelier",
        venue=make_venue(commune),
        themes=[theme],
        concertation=concertation,
        cycle=cycle,
        cycle_rank=1,
    )
    announced("Autre", kind="formation")

    for asked in (
        {"theme": "logement"},
        {"kind": "atelier"},
        {"commune": "etterbeek"},
        {"bassin": concertation.bassin.code},
        {"concertation": concertation.theme.code},
        {"cycle": cycle.season},
        {"meeting": wanted.uuid},
        {"theme": "logement", "kind": "atelier", "limit": 5},
    ):
        assert titles(client, **asked) == ["Voulue"]


def test_a_line_says_in_words_what_became_of_the_meeting(client):
    announced("Annulée", days=1, status="cancelled")
    announced("Reportée", days=2, status="postponed")
    announced("Complète", days=3, status="full", is_example=True)

    lines = client.get(at("embed_data")).json()["lines"]

    assert [line["tags"] for line in lines] == [
        ["Annulé"],
        ["Reporté"],
        ["exemple", "Complet"],
    ]
    assert lines[0]["url"].startswith("http://testserver/fr/agenda/")


def test_another_language_is_given_french_titles_until_they_are_translated(client):
    announced("Une matinée")

    (line,) = client.get(at("embed_data", "nl")).json()["lines"]

    assert (line["title"], line["language"]) == ("Une matinée", "fr")
    assert line["url"].startswith("http://testserver/fr/")


def test_a_value_nobody_understands_is_refused_in_words_and_shows_nothing(client):
    announced()

    answer = client.get(at("embed_data"), {"theme": "n-importe-quoi"})

    assert answer.status_code == 400
    assert "Thème" in answer.json()["error"]
    assert "lines" not in answer.json()


@pytest.mark.parametrize("address", [at("embed_data"), SCRIPT])
def test_any_site_may_read_the_data_and_the_script_without_a_cookie(client, address):
    answer = client.get(address)

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert answer["Cache-Control"].startswith("public, max-age=")
    assert "immutable" not in answer["Cache-Control"]
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies


def test_a_refusal_can_be_read_by_any_site_too(client):
    answer = client.get(at("embed_data"), {key("limit"): "beaucoup"})

    assert answer["Access-Control-Allow-Origin"] == "*"


def test_no_other_page_may_be_read_by_another_site(client):
    assert "Access-Control-Allow-Origin" not in client.get("/fr/agenda/")


@pytest.mark.parametrize("address", [at("embed_data"), SCRIPT])
def test_who_has_the_bytes_gets_none(client, address):
    announced()
    etag = client.get(address)["ETag"]

    again = client.get(address, headers={"if-none-match": etag})

    assert (again.status_code, again.content) == (304, b"")


def test_whatever_changes_on_a_line_changes_its_etag(client):
    meeting = announced(capacity=20)
    before = client.get(at("embed_data"))["ETag"]

    meeting.reserved_places = 18
    meeting.save()

    assert client.get(at("embed_data"))["ETag"] != before


def test_the_data_cost_as_many_questions_for_many_meetings(client):
    def questions():
        with CaptureQueriesContext(connection) as queries:
            client.get(at("embed_data"), {key("limit"): MOST})
        return len(queries)

    announced()
    questions()  # the first one also looks up the site
    few = questions()
    for days in range(10):
        announced(days=days + 1)

    assert questions() == few


def test_the_script_is_small_and_asks_nothing_of_anybody_else(client):
    answer = client.get(SCRIPT)
    source = answer.content.decode()

    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert len(answer.content) < 10_000
    assert "http" not in source
    assert "cookie" not in source.lower().replace("no cookie", "")


def test_the_script_knows_the_addresses_and_words_of_each_language(client):
    source = client.get(SCRIPT).content.decode()

    for language in ("fr", "nl", "en", "es"):
        assert at("embed_data", language) in source
        assert set(embed.spoken()[language]["keys"]) == set(EmbedBuilder.keys) - {
            "month",
            "language",
        }


def test_the_frame_may_stand_on_any_site_and_nothing_else_may(client):
    announced("Bientôt")
    frame = client.get(at("embed_frame"))

    assert "frame-ancestors *" in frame["Content-Security-Policy"]
    assert "script-src 'self'" in frame["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame
    assert frame["X-Robots-Tag"] == "noindex"
    assert "Bientôt" in frame.content.decode()
    assert not frame.cookies
    for address in ("/fr/agenda/", at("embed_builder")):
        page = client.get(address)
        assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
        assert page["X-Frame-Options"] == "DENY"


def test_the_frame_says_what_it_does_not_understand(client):
    answer = client.get(at("embed_frame"), {"theme": "n-importe-quoi"})

    assert answer.status_code == 400
    assert "Thème" in answer.content.decode()


def composed(client, **asked):
    query = {key(name): value for name, value in asked.items()}
    page = client.get(at("embed_builder"), query).content
    screen = BeautifulSoup(page, "html.parser")
    code = BeautifulSoup(screen.find(id="embed-component").text, "html.parser")
    frame = BeautifulSoup(screen.find(id="embed-frame").text, "html.parser")
    return screen, code, frame


def test_the_code_carries_what_was_chosen(client):
    make_theme("Logement", code="logement")

    screen, code, frame = composed(client, theme="logement", limit=4, language="nl")

    component = code.find("agenda-reseau")
    assert component["theme"] == "logement"
    assert (component["limit"], component["lang"]) == ("4", "nl")
    assert code.script["src"] == "http://testserver/embed/agenda.js"
    address = at("embed_frame", "nl")
    asked = {key("theme", "nl"): "logement", key("limit", "nl"): "4"}
    assert frame.iframe["src"] == f"http://testserver{address}?{urlencode(asked)}"
    assert screen.find("agenda-reseau")["theme"] == "logement"


def test_the_link_inside_the_component_leads_to_the_same_agenda(client):
    make_theme("Logement", code="logement")

    _screen, code, _frame = composed(client, theme="logement", limit=4)

    assert code.a["href"] == "http://testserver/fr/agenda/?theme=logement"
    assert "Bassin d’essai" in code.a.text


def test_hostile_values_are_no_part_of_the_code(client):
    asked = {"theme": '"><script>', "meeting": "x' onload='y", "limit": "-1"}

    screen, code, _frame = composed(client, **asked)

    assert set(code.find("agenda-reseau").attrs) == {"lang"}
    assert screen.find(class_="err")


def test_the_network_may_have_any_name(client):
    settings = AgendaPage.objects.get().get_site().sitesettings
    settings.network_name_fr = '<b>"Réseau" & co</b>'
    settings.save()

    _screen, code, frame = composed(client)

    assert '<b>"Réseau" & co</b>' in unescape(code.a.decode_contents())
    assert '<b>"Réseau" & co</b>' in frame.iframe["title"]


def test_without_an_agenda_there_is_nothing_to_compose(client):
    AgendaPage.objects.get().unpublish()

    assert client.get(at("embed_builder")).status_code == 404
    assert client.get(at("embed_frame")).status_code == 200


@pytest.mark.parametrize("name", ["embed_data", "embed_frame", "embed_builder"])
def test_what_others_load_is_only_read(client, name):
    assert client.post(at(name)).status_code == 405
    assert client.head(at(name)).status_code == 200


@pytest.mark.parametrize("name", ["embed_data", "embed_frame", "embed_builder"])
def test_naughty_values_are_answered(client, name):
    for value in ("\x00", "’;--", "é" * 5000, "1e999", "-0", "🎉", "../..", "[]"):
        query = {str(asked): value for asked in EmbedBuilder.keys.values()}
        assert client.get(at(name), query).status_code < 500
