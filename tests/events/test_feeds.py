"""Calendar addresses give what they say, and nothing when nothing changed."""

import gzip
from datetime import time, timedelta

import brotli
import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from events import seats
from portal.core import edition, editioned
from portal.core.kept import Kept
from tests.events.people import make_person
from tests.making import (
    announce,
    make_concertation,
    make_concertation_page,
    make_cycle,
    make_meeting,
    make_site,
    make_theme,
)

pytestmark = pytest.mark.django_db

AGENDA = "/fr/agenda/calendrier.ics"


@pytest.fixture(autouse=True)
def _site():
    make_site()


def days_from_now(days):
    return timezone.localdate() + timedelta(days=days)


def announced(days, **facts):
    meeting = make_meeting(start_date=days_from_now(days), **facts)
    announce(meeting)
    return meeting


def uids(response):
    return [
        line[4:]
        for line in response.content.decode().split("\r\n")
        if line.startswith("UID:")
    ]


def test_the_agenda_holds_what_is_to_come_and_a_year_of_past(client):
    announced(-400)
    recent, coming = announced(-300), announced(20)

    response = client.get(AGENDA)

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert uids(response) == [str(recent.uuid), str(coming.uuid)]


def test_what_was_cancelled_stays_for_a_month_and_goes(client):
    recent = announced(-20, status="cancelled")
    announced(-40, status="cancelled")

    assert uids(client.get(AGENDA)) == [str(recent.uuid)]


def test_a_meeting_nobody_announced_is_in_no_calendar(client):
    make_meeting(start_date=days_from_now(10))

    assert uids(client.get(AGENDA)) == []


def test_a_calendar_takes_the_filters_of_the_agenda(client):
    theme = make_theme(code="sante-mentale")
    wanted = announced(10, themes=[theme])
    announced(11)

    assert uids(client.get(AGENDA, {"theme": "sante-mentale"})) == [str(wanted.uuid)]


def test_a_subscription_lives_on_when_nothing_matches_it_any_more(client):
    make_theme("Prévention", code="prevention")
    announced(10)

    response = client.get(AGENDA, {"theme": "prevention"})

    assert response.status_code == 200
    assert uids(response) == []


def test_a_calendar_is_named_after_the_network_and_what_it_holds(client):
    make_theme("Prévention", code="prevention")

    text = client.get(AGENDA, {"theme": "prevention"}).content.decode()

    assert "X-WR-CALNAME:Bassin d’essai – Prévention" in text


def test_a_filter_nobody_can_read_is_refused_in_clear_words(client):
    response = client.get(AGENDA, {"theme": "n-importe-quoi"})

    assert response.status_code == 400
    assert "Thème" in response.content.decode()


def test_a_concertation_has_its_calendar(client):
    concertation = make_concertation()
    page = make_concertation_page(concertation)
    wanted = announced(10, concertation=concertation)
    announced(11)

    response = client.get(f"/fr/concertations/{page.slug}/calendrier.ics")

    assert uids(response) == [str(wanted.uuid)]


def test_a_meeting_has_its_file(client):
    meeting = make_meeting(start_date=days_from_now(-900))
    page = announce(meeting)

    response = client.get(f"/fr/agenda/{page.slug}/evenement.ics")

    assert uids(response) == [str(meeting.uuid)]


@pytest.mark.parametrize(
    "address",
    [
        "/fr/agenda/inconnu/evenement.ics",
        "/fr/concertations/inconnue/calendrier.ics",
    ],
)
def test_a_calendar_of_nothing_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_a_program_that_has_the_edition_gets_no_bytes(client):
    announced(10)
    etag = client.get(AGENDA)["ETag"]

    edition.advance()
    assert client.get(AGENDA, headers={"if-none-match": etag}).status_code == 304
    edition.advance(of=edition.CALENDARS)
    assert client.get(AGENDA, headers={"if-none-match": etag}).status_code == 200


def test_a_date_of_change_is_enough_to_get_no_bytes(client):
    announced(10)
    edition.advance(timezone.now() - timedelta(minutes=1), of=edition.CALENDARS)
    changed = client.get(AGENDA)["Last-Modified"]

    answer = client.get(AGENDA, headers={"if-modified-since": changed})

    assert answer.status_code == 304


def test_what_changed_within_the_second_has_no_date_yet(client):
    announced(10)

    assert "Last-Modified" not in client.get(AGENDA)


def test_a_program_that_gets_no_bytes_is_told_how_long_they_hold(client):
    sent = client.get(AGENDA)

    answer = client.get(AGENDA, headers={"if-none-match": sent["ETag"]})

    assert answer.status_code == 304
    for name in ("Cache-Control", "Vary", "Access-Control-Allow-Origin"):
        assert answer[name] == sent[name]


def test_words_that_mean_nothing_in_an_address_change_no_bytes(client, monkeypatch):
    monkeypatch.setattr(editioned, "KEPT", Kept(limit=1_000_000))
    make_theme(code="logement")
    sent = client.get(AGENDA, {"theme": "logement"}).content

    with CaptureQueriesContext(connection) as queries:
        other = client.get(AGENDA, {"utm": "x", "theme": "logement", "page": "3"})

    assert other.content == sent
    assert not [query for query in queries if "calendarentry" in query["sql"]]


def test_the_window_of_a_calendar_moves_at_midnight_only(client):
    today = timezone.localdate()
    last_year = today - timedelta(days=365)
    minute = {"start_time": time(0), "end_time": time(0, 1)}
    on_the_edge = announced((last_year - today).days, **minute)

    assert uids(client.get(AGENDA)) == [str(on_the_edge.uuid)]


def test_a_conditional_request_asks_one_question(client):
    announced(10)
    etag = client.get(AGENDA)["ETag"]

    with CaptureQueriesContext(connection) as queries:
        client.get(AGENDA, headers={"if-none-match": etag})

    assert len(queries) == 1


def test_a_seat_that_is_taken_is_no_news_for_calendars(client):
    meeting = announced(10, capacity=5)
    before = client.get(AGENDA)["ETag"]

    seats.register(meeting, person=make_person(), now=timezone.now())

    assert client.get(AGENDA)["ETag"] == before


@pytest.mark.parametrize(
    ("asked", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", None),
        ("", None),
        ("*;q=\x00, ;;", None),
    ],
)
def test_bytes_are_packed_as_the_reader_takes_them(client, asked, coding):
    announced(10)
    plain = client.get(AGENDA)

    packed = client.get(AGENDA, headers={"accept-encoding": asked})

    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding]
    assert packed.get("Content-Encoding") == coding
    assert unpack(packed.content) == plain.content
    assert (packed["ETag"] == plain["ETag"]) is (coding is None)
    assert "Accept-Encoding" in packed["Vary"]


def test_caches_between_us_may_serve_while_they_ask_again(client):
    policy = client.get(AGENDA)["Cache-Control"]

    assert "public" in policy
    assert "max-age=900" in policy
    assert "stale-while-revalidate=86400" in policy


def test_all_readers_are_sent_what_was_made_once(client, monkeypatch):
    monkeypatch.setattr(editioned, "KEPT", Kept(limit=1_000_000))
    announced(10)
    first = client.get(AGENDA).content

    with CaptureQueriesContext(connection) as queries:
        second = client.get(AGENDA).content

    assert second == first
    assert not [query for query in queries if "calendarentry" in query["sql"]]


def test_what_is_unpublished_leaves_calendars_at_once(client, monkeypatch):
    monkeypatch.setattr(editioned, "KEPT", Kept(limit=1_000_000))
    page = announced(10).event_pages.get()
    assert uids(client.get(AGENDA))

    page.unpublish()

    assert uids(client.get(AGENDA)) == []


def test_a_calendar_of_a_bassin_a_concertation_a_cycle(client):
    cycle = make_cycle()
    concertation = cycle.concertation
    wanted = announced(10, concertation=concertation, cycle=cycle, cycle_rank=1)
    announced(11)

    for asked in (
        {"bassin": concertation.bassin.code},
        {"concertation": concertation.theme.code},
        {"cycle": cycle.season},
        {"cycle": cycle.season, "bassin": concertation.bassin.code},
    ):
        assert uids(client.get(AGENDA, asked)) == [str(wanted.uuid)]


@pytest.mark.parametrize("key", ["bassin", "concertation", "cycle"])
def test_a_series_there_is_none_of_is_refused(client, key):
    assert client.get(AGENDA, {key: "2099-rien"}).status_code == 400


def test_the_same_filter_twice_is_refused_rather_than_half_followed(client):
    assert client.get(f"{AGENDA}?type=formation&type=atelier").status_code == 400


@pytest.mark.parametrize("language", ["nl", "en", "es"])
def test_each_language_tells_of_the_same_meetings(client, language):
    meeting = announced(10)
    with translation.override(language):
        address = reverse("agenda_feed")

    (event,) = icalendar.Calendar.from_ical(client.get(address).content).events

    assert event["UID"] == str(meeting.uuid)
    assert event["SUMMARY"] == "(FR) Une matinée"
    assert event["SUMMARY"].params["LANGUAGE"] == "fr"


def test_a_calendar_is_only_read(client):
    assert client.post(AGENDA).status_code == 405
    assert client.head(AGENDA).status_code == 200
