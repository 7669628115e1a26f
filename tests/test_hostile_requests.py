"""Whatever is asked, the answer is a page in clear words or a 4xx, never a 5xx."""

import json
from pathlib import Path

import pytest

from home.models import HomePage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

NAUGHTY = json.loads((Path(__file__).parent / "search" / "blns.json").read_text())
REPORT = "/fr/concertations/sante-mentale/2025-10-10-ambulatoire-domicile/"
PAGES = ["/", "/fr/", "/fr/agenda/", "/fr/agenda/passes/", REPORT, "/fr/recherche/"]
READING = ["/fr/agenda/", "/fr/agenda/passes/", "/fr/recherche/"]
KEYS = ["q", "page", "theme", "type", "commune", "mois", "inconnu"]
HEADERS = [
    {"accept-language": "\x00;q=1, zz-ZZ-x, *;q=9"},
    {"accept-encoding": "rot13"},
    {"if-none-match": 'W/"x", "'},
    {"if-modified-since": "hier"},
    {"range": "bytes=9-1"},
    {"cookie": "sessionid=\x00; csrftoken=; =;;"},
    {"x-forwarded-host": "ailleurs.example"},
    {"x-forwarded-proto": "gopher"},
    {"content-type": "multipart/form-data; boundary="},
    {"x-http-method-override": "DELETE"},
]


def asked_with_naughty_values(step):
    """Each key has a value of its own, and another each time."""
    for values in zip(*(NAUGHTY[key::step] for key in range(len(KEYS))), strict=False):
        yield dict(zip(KEYS, values, strict=True))


@pytest.mark.parametrize("address", READING)
def test_naughty_values_are_answered(client, address):
    for asked in asked_with_naughty_values(step=9):
        assert client.get(address, asked).status_code < 500


@pytest.mark.parametrize("address", sorted({*PAGES} - {*READING}))
def test_pages_that_ask_nothing_overhear_naughty_values(client, address):
    for asked in asked_with_naughty_values(step=60):
        assert client.get(address, asked).status_code < 500


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("headers", HEADERS, ids=lambda headers: next(iter(headers)))
def test_malformed_headers_are_answered(client, address, headers):
    assert client.get(address, headers=headers).status_code < 500


@pytest.mark.parametrize(
    "address", [*PAGES, "/robots.txt", "/fr/agenda/calendrier.ics"]
)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO"])
def test_a_reader_cannot_write(client, address, method):
    assert client.generic(method, address, b"\x00\xff").status_code in {
        302,
        403,
        404,
        405,
    }


@pytest.mark.parametrize(
    "address",
    [
        "/%00",
        "/fr/%00/",
        "/fr/agenda/%00/evenement.ics",
        "/fr/%FF%FE/",
        "/fr/..%2f..%2fetc/passwd",
        "/fr/" + "a/" * 400,
        "/fr/" + "é" * 2000 + "/",
        "/fr/agenda/'/evenement.ics",
        "/fr//",
        "/documents/99999999999999999999/x.pdf",
        "/documents/1/%00.pdf",
        "/static/..%2fmanage.py",
        "/fr/agenda/passes/rien/",
    ],
)
def test_addresses_that_are_none_are_refused(client, address):
    assert 400 <= client.get(address).status_code < 500


@pytest.mark.parametrize("address", ["/xx/", "/ailleurs.example//", "/fr"])
def test_an_address_without_language_never_leads_elsewhere(client, address):
    answer = client.get(address)

    assert answer.status_code < 500
    assert answer.get("Location", "/fr/").startswith("/fr/")


@pytest.mark.parametrize("host", ["ailleurs.example", "a b", "[::1", "x:99999", ""])
def test_an_unknown_host_is_refused(client, host):
    assert client.get("/fr/", headers={"host": host}).status_code == 400


def test_a_forwarded_host_is_not_believed(client):
    page = client.get(REPORT, headers={"x-forwarded-host": "ailleurs.example"})

    assert "ailleurs.example" not in page.content.decode()


@pytest.mark.parametrize("language", ["nl", "en", "es"])
def test_a_language_without_a_tree_leads_to_the_french_one(client, language):
    HomePage.objects.get(locale__language_code=language).delete()

    answer = client.get(f"/{language}/")

    assert answer.status_code == 302
    assert answer["Location"].endswith("/fr/")


def test_the_front_door_leads_to_the_language_that_is_published(client):
    dutch = {"accept-language": "nl-BE,nl;q=0.9"}
    assert client.get("/", headers=dutch)["Location"] == "/nl/"

    HomePage.objects.get(locale__language_code="nl").delete()
    answer = client.get("/", headers=dutch)

    assert answer["Location"] == "/fr/"
    assert "Accept-Language" in answer["Vary"]
