"""What is new is told as news is: by when it was said, not by when it takes place."""

import json
import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from events import news, scheduling
from events.models import Meeting
from tests.making import (
    announce,
    make_concertation,
    make_concertation_page,
    make_meeting,
    make_site,
    report,
)

pytestmark = pytest.mark.django_db
AGENDA, REPORTS = "/fr/agenda/nouvelles.", "/fr/comptes-rendus/nouvelles."
TRAININGS = "/fr/formations/nouvelles."
ATOM = "{http://www.w3.org/2005/Atom}"
TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}


@pytest.fixture(autouse=True)
def _site():
    make_site()


def coming(days=30, **facts):
    return make_meeting(start_date=timezone.localdate() + timedelta(days), **facts)


def items(client, address=AGENDA):
    return json.loads(client.get(f"{address}json").content)["items"]


def make_report(**words):
    meeting = make_meeting(concertation=make_concertation())
    return report(meeting, make_concertation_page(meeting.concertation), **words)


@pytest.mark.parametrize("ending", TYPES)
@pytest.mark.parametrize("address", [AGENDA, REPORTS])
def test_each_format_travels_under_its_name(client, address, ending):
    answer = client.get(address + ending)

    assert answer.status_code == 200
    assert answer["Content-Type"] == f"{TYPES[ending]}; charset=utf-8"


def test_the_three_formats_tell_the_same(client):
    meeting = coming()
    page = announce(meeting, "Un titre & <b>un autre</b>", summary="Venez\x0c\x07.")

    feed = ET.fromstring(client.get(AGENDA + "atom").content)
    channel = ET.fromstring(client.get(AGENDA + "rss").content).find("channel")
    (item,) = items(client)

    entry = feed.find(f"{ATOM}entry")
    for title in (entry.find(f"{ATOM}title"), channel.find("item/title")):
        assert title.text == item["title"] == page.title
    for key in (entry.find(f"{ATOM}id"), channel.find("item/guid")):
        assert key.text == item["id"] == f"urn:uuid:{meeting.uuid}"
    for said in (entry.find(f"{ATOM}summary"), channel.find("item/description")):
        assert said.text == item["content_html"]
    assert item["url"] == page.full_url
    assert "<p>Venez\n.</p>" in item["content_html"]


def test_news_is_as_old_as_what_was_said_not_as_the_meeting(client):
    meeting = coming(days=200)
    announce(meeting)

    (item,) = items(client)

    assert parse_datetime(item["date_modified"]) <= timezone.now()
    feed = ET.fromstring(client.get(AGENDA + "atom").content)
    assert parse_datetime(feed.find(f"{ATOM}updated").text) <= timezone.now()


def test_a_meeting_that_moves_is_news_again_and_the_same(client):
    first, second = coming(30), coming(40)
    announce(first, "La première")
    announce(second, "La seconde")
    before = {item["id"]: item for item in items(client)}

    moved = Meeting.objects.get(pk=first.pk)
    moved.status = "cancelled"
    later = timezone.now() + timedelta(hours=1)
    scheduling.record(moved, now=later)

    item = items(client)[0]
    assert item["title"] == "[Annulé] La première"
    assert parse_datetime(item["date_modified"]) == later.replace(microsecond=0)
    assert item["date_published"] == before[item["id"]]["date_published"]


def test_what_is_over_is_no_news_of_the_agenda(client):
    announce(coming(-10))

    assert items(client) == []


def test_news_of_trainings_is_of_what_one_comes_to_learn(client):
    announce(coming(kind=Meeting.Kind.INTERVISION), "Une intervision")
    announce(coming(kind=Meeting.Kind.CONCERTATION), "Une concertation")

    assert [item["title"] for item in items(client, TRAININGS)] == ["Une intervision"]


def test_reports_are_told_under_an_identity_of_their_own(client):
    page = make_report(summary="Ce que nous avons entendu.")

    (item,) = items(client, REPORTS)

    assert item["id"] == f"urn:uuid:{page.translation_key}"
    assert item["url"] == page.full_url
    assert "Ce que nous avons entendu." in item["content_html"]


def test_drafts_and_private_pages_are_no_news(client):
    announce(coming(), live=False)
    closed = announce(coming())
    closed.view_restrictions.create(restriction_type="login")
    make_report(live=False)

    assert items(client) == []
    assert items(client, REPORTS) == []


def test_channels_have_an_identity_without_host(client):
    feed = ET.fromstring(client.get(AGENDA + "atom").content)
    other = ET.fromstring(client.get(REPORTS + "atom").content)

    identity = feed.find(f"{ATOM}id").text
    assert identity.startswith("urn:uuid:")
    assert identity != other.find(f"{ATOM}id").text
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "Bassin d’essai"


def test_programs_are_sent_what_is_newest_only(
    client, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr(news, "LIMIT", 3)
    titles = [announce(coming(), f"La {number}e").title for number in range(5)]

    with django_assert_max_num_queries(20):
        assert [item["title"] for item in items(client)] == titles[:1:-1]


def test_a_program_that_has_the_news_gets_no_bytes(client):
    announce(coming())
    etag = client.get(AGENDA + "atom")["ETag"]

    answer = client.get(AGENDA + "atom", headers={"if-none-match": etag})

    assert answer.status_code == 304


@pytest.mark.parametrize("address", [AGENDA + "xml", AGENDA + "atom/", AGENDA])
def test_another_ending_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_pages_tell_programs_where_calendars_and_news_are(client):
    concertation = make_concertation()
    page = make_concertation_page(concertation)
    event = announce(coming(concertation=concertation))

    for address in ("/fr/", "/fr/agenda/", "/fr/agenda/passes/", page.url, event.url):
        found = client.get(address).content.decode()
        assert (
            f'type="application/atom+xml" title="Agenda (Atom)" href="{AGENDA}' in found
        )
        assert f'href="{REPORTS}json"' in found
        assert 'href="/fr/agenda/calendrier.ics"' in found
    assert f"{page.slug}/calendrier.ics" in client.get(page.url).content.decode()
    assert f"{event.slug}/evenement.ics" in client.get(event.url).content.decode()
