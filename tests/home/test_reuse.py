"""Whoever wants to take over our data finds where, how and on which terms."""

import re

import pytest

from tests.making import make_site

pytestmark = pytest.mark.django_db
PAGE = "/fr/reutiliser/"


@pytest.fixture(autouse=True)
def _site():
    make_site()


def test_every_address_it_names_answers(client):
    page = client.get(PAGE).content.decode()

    named = set(re.findall(r'href="(/[^"#]*\.(?:ics|rss|atom|json)|/api/[^"]*)"', page))
    assert len(named) >= 10
    for address in named:
        assert client.get(address).status_code == 200, address


def test_it_is_honest_about_the_licence(client):
    assert "À confirmer" in client.get(PAGE).content.decode()


def test_it_names_the_filters_calendars_take(client):
    page = client.get(PAGE).content.decode()

    for key in ("theme", "commune", "bassin", "concertation", "cycle"):
        assert f"<code>{key}</code>" in page


def test_the_foot_of_every_page_leads_there(client):
    assert f'href="{PAGE}"' in client.get("/fr/").content.decode()


@pytest.mark.parametrize("language", ["nl", "en", "es"])
def test_it_can_be_read_in_each_language(client, language):
    page = {"nl": "hergebruiken", "en": "reuse", "es": "reutilizar"}[language]

    assert client.get(f"/{language}/{page}/").status_code == 200


def test_nobody_changes_it_by_reading(client):
    assert client.post(PAGE).status_code == 405
    assert not client.get(PAGE).cookies
