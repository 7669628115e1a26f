"""What search engines are told of a meeting: true, and in the words of schema.org."""

import json
from datetime import date, time, timedelta
from itertools import product
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from events import schema_org
from events.lines import line
from events.models import Meeting
from tests.making import (
    announce,
    brussels,
    make_commune,
    make_meeting,
    make_site,
    make_venue,
)

pytestmark = pytest.mark.django_db

TERMS = json.loads((Path(__file__).parent / "schema_org_terms.json").read_text())
NOW = brussels(2026, 1, 5, 10)
HOSTILE = '</script><script>alert("é")</script><!-- <![CDATA[ & \u2028'


@pytest.fixture(autouse=True)
def _site():
    make_site()


def told(meeting, *, now=NOW, **words):
    """The Event that the page of ``meeting`` tells of, checked word by word."""
    page = announce(meeting, **words)
    event = schema_org.event(page, line(meeting, now), network="Réseau")
    assert not list(unknown_words(event))
    return event


def unknown_words(facts):
    """The names and terms that the vocabulary does not have."""
    known = TERMS["properties"][facts["@type"]]
    for name, value in facts.items():
        if not name.startswith("@") and name not in known:
            yield name
        if name in TERMS["members"]:
            prefix, _, term = value.rpartition("/")
            if prefix != "https://schema.org" or term not in TERMS["members"][name]:
                yield value
        values = value if isinstance(value, list) else [value]
        for inner in values:
            if isinstance(inner, dict):
                yield from unknown_words(inner)


def make_room(**facts):
    return make_venue(make_commune(), latitude=50.836, longitude=4.394, **facts)


@pytest.mark.parametrize(
    ("status", "mode"), [*product(Meeting.Status.values, Meeting.Mode.values)]
)
def test_every_state_is_told_in_words_of_the_vocabulary(status, mode):
    venue = None if mode == "online" else make_room()
    meeting = make_meeting(
        status=status,
        mode=mode,
        venue=venue,
        previous_date=date(2026, 1, 13),
        online_url="https://visio.example/x",
        online_url_is_public=True,
        capacity=20,
        end_time=time(13),
    )

    event = told(meeting)

    assert event["eventStatus"].startswith("https://schema.org/Event")
    assert ("previousStartDate" in event) is (status == "rescheduled")
    assert ("offers" in event) is (status not in {"cancelled", "postponed"})


@pytest.mark.parametrize(
    ("status", "term"),
    [
        ("scheduled", "EventScheduled"),
        ("full", "EventScheduled"),
        ("rescheduled", "EventRescheduled"),
        ("moved_online", "EventMovedOnline"),
        ("postponed", "EventPostponed"),
        ("cancelled", "EventCancelled"),
    ],
)
def test_each_state_has_its_term(status, term):
    meeting = make_meeting(status=status, previous_date=date(2026, 1, 13))

    assert told(meeting)["eventStatus"] == f"https://schema.org/{term}"


def test_hours_carry_their_offset_and_days_carry_none():
    winter = told(make_meeting(start_date=date(2026, 1, 20), end_time=time(13)))
    summer = told(make_meeting(start_date=date(2026, 6, 12), end_time=time(13)))
    whole = told(
        make_meeting(
            start_date=date(2026, 3, 2), end_date=date(2026, 3, 4), start_time=None
        )
    )

    assert winter["startDate"] == "2026-01-20T09:00+01:00"
    assert summer["endDate"] == "2026-06-12T13:00+02:00"
    assert (whole["startDate"], whole["endDate"]) == ("2026-03-02", "2026-03-04")


def test_an_end_nobody_knows_is_not_made_up():
    assert "endDate" not in told(make_meeting())
    month = make_meeting(start_time=None, date_precision="month")
    assert told(month)["startDate"] == "2026-01"


def test_a_place_is_told_with_its_address_and_its_point():
    place = told(make_meeting(venue=make_room()))["location"]

    assert place["@type"] == "Place"
    assert place["address"]["addressLocality"] == "Etterbeek"
    assert place["geo"]["latitude"] == 50.836


def test_a_link_for_those_who_registered_is_told_to_nobody():
    facts = {"mode": "online", "online_url": "https://visio.example/secret"}
    secret = told(make_meeting(**facts))
    public = told(make_meeting(**facts, online_url_is_public=True))

    assert "location" not in secret
    assert "secret" not in json.dumps(secret)
    assert public["location"]["@type"] == "VirtualLocation"


def test_a_mixed_meeting_has_both_places():
    meeting = make_meeting(
        mode="mixed",
        venue=make_room(),
        online_url="https://visio.example/x",
        online_url_is_public=True,
    )

    kinds = [place["@type"] for place in told(meeting)["location"]]

    assert kinds == ["Place", "VirtualLocation"]


def test_places_left_are_told():
    event = told(make_meeting(capacity=20, reserved_places=17))

    assert event["maximumAttendeeCapacity"] == 20
    assert event["remainingAttendeeCapacity"] == 3
    assert event["offers"]["availability"] == "https://schema.org/LimitedAvailability"


def test_a_full_meeting_is_sold_out():
    event = told(make_meeting(capacity=20, status="full"))

    assert event["remainingAttendeeCapacity"] == 0
    assert event["offers"]["availability"] == "https://schema.org/SoldOut"


def test_what_is_over_offers_nothing():
    event = told(make_meeting(capacity=20), now=NOW + timedelta(days=90))

    assert "offers" not in event
    assert "remainingAttendeeCapacity" not in event


@pytest.mark.parametrize("price", ["Gratuit", "gratuit (exemple)", "Gratis", "FREE"])
def test_what_is_written_as_free_costs_nothing(price):
    event = told(make_meeting(), price=price)

    assert event["isAccessibleForFree"] is True
    assert (event["offers"]["price"], event["offers"]["priceCurrency"]) == (0, "EUR")


@pytest.mark.parametrize("price", ["", "20 €", "Gratuit pour les membres, 20 € sinon"])
def test_no_price_is_promised_that_nobody_wrote(price):
    event = told(make_meeting(), price=price)

    assert "isAccessibleForFree" not in event
    assert "price" not in event["offers"]


def test_the_page_carries_what_a_machine_reads_whatever_its_title(client):
    meeting = make_meeting(start_date=timezone.localdate() + timedelta(days=9))
    page = announce(meeting, HOSTILE, summary=HOSTILE)

    answer = client.get(page.url)
    screen = BeautifulSoup(answer.content, "html.parser")
    (block,) = screen.find_all("script", type="application/ld+json")

    event = json.loads(block.string)
    assert event["name"] == event["description"] == HOSTILE
    assert event["organizer"]["name"] == "Bassin d’essai"
    assert event["url"] == f"http://testserver{page.url}"
    assert b"<script>alert" not in answer.content
    assert client.get(event["image"]).headers["Content-Type"] == "image/png"


def test_a_draft_can_be_previewed(rf):
    page = announce(make_meeting())
    page.unpublish()

    assert schema_org.event(page, line(page.meeting, NOW), network="x")["name"]
