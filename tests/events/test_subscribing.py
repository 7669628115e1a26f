"""The panel by which one subscribes asks each calendar in its own way."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from tests.making import (
    announce,
    make_commune,
    make_concertation,
    make_concertation_page,
    make_meeting,
    make_site,
    make_theme,
    make_venue,
)

pytestmark = pytest.mark.django_db
FEED = "http://testserver/fr/agenda/calendrier.ics"


@pytest.fixture(autouse=True)
def _site():
    make_site()


@pytest.fixture
def feed(client):
    """The subscription offered beside an agenda narrowed to a theme with an accent."""
    make_theme("Santé & exil", code="sante-exil")
    venue = make_venue(make_commune("Etterbeek", slug="etterbeek"))
    day = timezone.localdate() + timedelta(days=9)
    announce(make_meeting(start_date=day, venue=venue))
    asked = {"theme": "sante-exil", "commune": "etterbeek", "mois": f"{day:%Y-%m}"}
    return client.get("/fr/agenda/", asked).context["agenda"].feed


def asked_of(address):
    return {key: value[0] for key, value in parse_qs(urlsplit(address).query).items()}


def test_the_filters_are_kept_in_the_address_but_the_month(feed):
    assert feed.url == f"{FEED}?theme=sante-exil&commune=etterbeek"


def test_calendar_programs_are_given_the_same_address(feed):
    assert feed.webcal == feed.url.replace("http", "webcal")


def test_google_is_asked_for_the_address_as_one_value(feed):
    assert feed.google.startswith("https://calendar.google.com/calendar/r?")
    assert asked_of(feed.google) == {"cid": feed.webcal}


def test_outlook_is_told_the_address_and_the_name(feed):
    for address in (feed.outlook_at_home, feed.outlook_at_work):
        asked = {"url": feed.url, "name": "Agenda – Santé & exil – Etterbeek"}
        assert urlsplit(address).path == "/calendar/0/addfromweb"
        assert asked_of(address) == asked


def test_the_code_for_phones_holds_the_address(feed):
    assert feed.qr_code.text == feed.url


def test_the_agenda_for_another_site_begins_with_the_same_filters(feed, client):
    form = client.get(feed.embed_url).context["form"]

    assert form.value("theme").code == "sante-exil"
    assert form.value("commune").slug == "etterbeek"


def test_the_panel_says_the_filters_in_words(client):
    make_theme("Santé & exil", code="sante-exil")

    page = client.get("/fr/agenda/", {"theme": "sante-exil"})

    panel = BeautifulSoup(page.content, "html.parser").find(id="abonner")
    assert panel.find("strong").text == "Santé & exil"
    outside = panel.find_all("a", href=lambda href: href.startswith("https://"))
    assert [link["rel"] for link in outside] == [["noreferrer"]] * 3


def test_a_concertation_offers_its_own_dates(client):
    concertation = make_concertation(make_theme("Logement", code="logement"))
    page = make_concertation_page(concertation)

    feed = client.get(page.url).context["feed"]

    address = f"http://testserver/fr/concertations/{page.slug}/calendrier.ics"
    assert feed.url == address
    assert asked_of(feed.embed_url) == {
        "concertation": "logement",
        "bassin": concertation.bassin.code,
    }
    assert client.get(feed.url).status_code == 200
