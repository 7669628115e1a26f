"""What partners announce by a feed waits for the team; a hostile feed does no harm."""

import json
from datetime import date

import pytest
from django.urls import reverse

from events.partners.fetching import Answer
from events.partners.refusals import RefusedCalendarError
from tests.trainings.stories import NOW
from trainings.models import FeedEntry, PartnerFeed, Training
from trainings.partners import deciding, reading, rounds

pytestmark = pytest.mark.django_db
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Nos formations</title>
<item><title>Le &lt;b&gt;deuil&lt;/b&gt;</title><link>https://p.example/deuil</link>
<guid>n-1</guid><description>&lt;p&gt;Une journ\xc3\xa9e.&lt;/p&gt;</description></item>
<item><title></title><guid>n-2</guid></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:a</id>
<title>Le deuil</title><link rel="self" href="https://p.example/self"/>
<link href="https://p.example/deuil"/><summary>Une journ\xc3\xa9e.</summary>
</entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {
                "id": 7,
                "title": "Le deuil",
                "url": "https://p.example/deuil",
                "content_html": "<p>Une journée.</p>",
            }
        ],
    }
).encode()
CALENDAR = b"""BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//p//p//FR\r\nBEGIN:VEVENT\r
UID:u-1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260310\r
SUMMARY:Le deuil\r\nURL:https://p.example/deuil\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"""
BOMB = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title>
<guid>1</guid></item></channel></rss>"""
READS_FILES = b"""<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel>
<item><title>&f;</title><guid>1</guid></item></channel></rss>"""


@pytest.fixture
def feed():
    return PartnerFeed.objects.create(
        organisation="Partenaire", address="https://p.example/feed"
    )


def announced(title="Le deuil", uid="n-1", **facts):
    return reading.Announced(uid, title, **facts)


@pytest.mark.parametrize("body", [RSS, ATOM, JSON_FEED, CALENDAR])
def test_each_kind_of_feed_is_read_as_plain_text(body):
    (one,) = reading.read(body, now=NOW)

    assert (one.title, one.url) == ("Le deuil", "https://p.example/deuil")
    assert one.summary in {"Une journée.", ""}
    assert (one.day == date(2026, 3, 10)) == (body is CALENDAR)


@pytest.mark.parametrize(
    "body",
    [
        BOMB,
        READS_FILES,
        b"",
        b"<html><body>404</body></html>",
        b"<rss><channel>",
        b'{"items": "non"}',
        b"[" * 100_000,
        b"{" * 100_000,
        b"BEGIN:VCALENDAR\x00",
        b"\x89PNG",
    ],
)
def test_what_is_no_feed_or_means_harm_is_refused_whole(body):
    with pytest.raises(RefusedCalendarError):
        reading.read(body, now=NOW)


def test_no_more_is_read_than_the_first_entries():
    items = [{"id": f"{n}", "title": f"T{n}"} for n in range(reading.MOST + 50)]

    assert len(reading.read(json.dumps({"items": items}).encode(), now=NOW)) == 200


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "//x", "http://[", 7]
)
def test_an_address_that_is_none_of_the_web_is_left_out(url):
    body = json.dumps({"items": [{"id": "1", "title": "T", "url": url}]}).encode()

    assert reading.read(body, now=NOW)[0].url == ""


def test_words_without_end_are_shortened():
    item = {"id": "x" * 9999, "title": "T" * 9999, "summary": "<p>" * 9999 + "s"}

    (one,) = reading.read(json.dumps({"items": [item]}).encode(), now=NOW)

    assert (len(one.title), len(one.uid)) == (200, 255)
    assert len(one.summary) <= 320


def test_what_comes_is_kept_for_the_team_and_nothing_is_published(feed):
    assert rounds.take_over(feed, [announced()], now=NOW) == 1
    assert rounds.take_over(feed, [announced()], now=NOW) == 0

    assert FeedEntry.objects.get().state == "waiting"
    assert not Training.objects.exists()


def test_taken_it_becomes_a_training_that_is_not_public(feed):
    rounds.take_over(feed, [announced(url="https://p.example/deuil")], now=NOW)
    entry = FeedEntry.objects.get()

    training = deciding.take(entry)

    assert deciding.take(entry) == training
    assert (training.title_fr, training.is_public) == ("Le deuil", False)
    assert training.partner_words == "Partenaire"


def test_what_was_decided_is_not_asked_again_whatever_changes(feed):
    rounds.take_over(feed, [announced(uid="a"), announced(uid="b")], now=NOW)
    first, second = FeedEntry.objects.order_by("uid")
    deciding.take(first)
    deciding.leave_out(second)

    again = [announced("Autre titre", uid="a"), announced("Autre titre", uid="b")]

    assert rounds.take_over(feed, again, now=NOW) == 0
    assert Training.objects.get().title_fr == "Le deuil"


def test_what_waits_follows_the_partner(feed):
    rounds.take_over(feed, [announced()], now=NOW)

    assert rounds.take_over(feed, [announced("Un nouveau titre")], now=NOW) == 1
    assert FeedEntry.objects.get().title == "Un nouveau titre"


def test_a_round_reads_each_feed_twice_a_day_and_notes_refusals(feed, monkeypatch):
    answers = iter([Answer(RSS, etag='"1"'), Answer(is_new=False), Answer(b"non")])
    asked = []

    def fetch(address, **known):
        asked.append(known["etag"])
        return next(answers)

    monkeypatch.setattr(rounds.fetching, "fetch", fetch)
    hours = [NOW + hour * rounds.TWICE_A_DAY for hour in (0, 0.5, 1, 2)]

    assert [rounds.fetch_feeds(now=now, limit=10) for now in hours] == [1, 0, 0, 0]
    assert asked == ["", '"1"', '"1"']
    feed.refresh_from_db()
    assert "RSS, Atom" in feed.outcome


def test_one_feed_that_fails_keeps_none_from_being_read(feed, monkeypatch, caplog):
    PartnerFeed.objects.create(organisation="Autre", address="https://q.example/feed")

    def fetch(address, **_known):
        if "p.example" in address:
            raise RuntimeError(address)
        return Answer(RSS)

    monkeypatch.setattr(rounds.fetching, "fetch", fetch)

    assert rounds.fetch_feeds(now=NOW, limit=10) == 1
    assert "could not be read" in caplog.text


def test_the_team_decides_on_a_screen(admin_client, feed):
    rounds.take_over(feed, [announced()], now=NOW)
    entry = FeedEntry.objects.get()
    url = reverse("wagtailsnippets_trainings_feedentry:edit", args=[entry.pk])

    assert "Le deuil" in admin_client.get(url).content.decode()
    assert admin_client.post(url, {"decision": "x"}).status_code == 200
    done = admin_client.post(url, {"decision": "take"})

    assert done.status_code == 302
    assert not Training.objects.get().is_public
