"""The list of meetings: found, narrowed, and leading to every page."""

from datetime import date, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events.models import Meeting
from tests.making import (
    announce,
    make_commune,
    make_concertation,
    make_concertation_page,
    make_meeting,
    make_site,
    make_theme,
    make_venue,
    report,
)

pytestmark = pytest.mark.django_db
LIST = "/admin/snippets/events/meeting/"


@pytest.fixture(autouse=True)
def _site():
    make_site()


def rows(client, **query):
    page = BeautifulSoup(client.get(LIST, query).content, "html.parser")
    table = page.find(id="listing-results").find("tbody")
    return [row.get_text(" ", strip=True) for row in table("tr")] if table else []


def test_the_list_shows_when_where_and_what(admin_client):
    meeting = make_meeting(
        venue=make_venue(make_commune("Auderghem")), end_time=time(13)
    )
    announce(meeting, "Focus sur la crise")

    [row] = rows(admin_client)

    for words in ("20\u00a0janvier\u00a02026", "13\u00a0h", "Focus sur la crise"):
        assert words in row
    for words in ("Auderghem", "Programmé", "Passé"):
        assert words in row


def test_the_list_leads_to_each_page_and_report(admin_client):
    meeting = make_meeting(concertation=make_concertation())
    parent = make_concertation_page(meeting.concertation)
    pages = [announce(meeting, live=False), report(meeting, parent)]

    html = admin_client.get(LIST).content.decode()

    for page in pages:
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    assert "(brouillon)" in html


def test_the_list_costs_the_same_for_few_and_for_many(admin_client):
    announce(make_meeting())
    admin_client.get(LIST)
    with CaptureQueriesContext(connection) as few:
        admin_client.get(LIST)
    for _ in range(10):
        announce(make_meeting(venue=make_venue(make_commune())))

    with CaptureQueriesContext(connection) as many:
        admin_client.get(LIST)

    assert len(many) <= len(few) + 1


@pytest.mark.parametrize(
    "asked", ["crise urgence", "2026-01", "auderghem", "essai crise"]
)
def test_a_meeting_is_found_by_its_title_its_place_or_its_date(admin_client, asked):
    announce(
        make_meeting(venue=make_venue(make_commune("Auderghem"))), "L’urgence, la crise"
    )
    make_meeting(start_date=date(2027, 3, 3))

    assert len(rows(admin_client, q=asked)) == 1


def test_what_nobody_wrote_is_not_found(admin_client):
    make_meeting()

    assert rows(admin_client, q="introuvable") == []
    assert rows(admin_client, q="\x00") != []


def test_a_meeting_is_upcoming_or_past_in_the_list(admin_client):
    today = timezone.localdate()
    for days in (-30, 30):
        make_meeting(start_date=today + timedelta(days=days))

    counts = [len(rows(admin_client, when=when)) for when in ("upcoming", "past", "")]

    assert counts == [1, 1, 2]


def test_the_list_is_narrowed_by_each_of_its_filters(admin_client):
    theme, commune, concertation = make_theme(), make_commune(), make_concertation()
    make_meeting(themes=[theme], status=Meeting.Status.CANCELLED)
    make_meeting(venue=make_venue(commune), kind=Meeting.Kind.TRAINING)
    make_meeting(concertation=concertation)

    for query in (
        {"theme": theme.pk},
        {"theme": concertation.theme.pk},
        {"commune": commune.pk},
        {"concertation": concertation.pk},
        {"status": "cancelled"},
        {"kind": "formation"},
    ):
        assert len(rows(admin_client, **query)) == 1, query
