"""Choosing a meeting for a page, a block or a sentence."""

import json
from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests.making import announce, make_commune, make_meeting, make_site, make_venue

pytestmark = pytest.mark.django_db
CHOOSER = "/admin/snippets/choose/events/meeting/"


def results(client, **query):
    html = client.get(f"{CHOOSER}results/", query).content
    table = BeautifulSoup(html, "html.parser").find("tbody")
    return [row.get_text(" ", strip=True) for row in table("tr")] if table else []


def test_the_choice_shows_dates_and_titles_the_latest_first(admin_client):
    make_site()
    announce(make_meeting(), "Focus sur la crise")
    make_meeting(start_date=date(2026, 5, 12))

    latest, crisis = results(admin_client)

    assert "12\u00a0mai\u00a02026" in latest
    assert "20\u00a0janvier\u00a02026" in crisis
    assert "Focus sur la crise" in crisis


@pytest.mark.parametrize("asked", ["crise", "auderghem", "2026-01-20"])
def test_a_meeting_is_found_by_title_place_or_date(admin_client, asked):
    make_site()
    announce(make_meeting(venue=make_venue(make_commune("Auderghem"))), "La crise")
    make_meeting(start_date=date(2026, 5, 12))

    assert len(results(admin_client, q=asked)) == 1


def test_the_choice_opens_in_a_window_with_its_search(admin_client):
    make_meeting()

    answer = json.loads(admin_client.get(CHOOSER).content)

    assert answer["step"] == "choose"
    assert 'name="q"' in answer["html"]


def test_a_sentence_receives_the_key_that_never_changes(admin_client):
    meeting = make_meeting()

    answer = json.loads(admin_client.get(f"{CHOOSER}chosen/{meeting.pk}/").content)

    assert answer["result"]["uuid"] == str(meeting.uuid)
    assert answer["result"]["string"] == str(meeting)
