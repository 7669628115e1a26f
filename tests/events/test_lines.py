"""A line says of a meeting what is true at its moment."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.lines import line, lines
from events.models import Meeting
from tests.making import (
    announce,
    brussels,
    make_concertation,
    make_concertation_page,
    make_cycle,
    make_meeting,
    make_site,
    make_venue,
    report,
)

pytestmark = pytest.mark.django_db

BEFORE = brussels(2026, 1, 1)
AFTER = brussels(2026, 2, 1)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.fixture(autouse=True)
def _site():
    make_site()


def test_what_is_past_took_place():
    drawn = line(make_meeting(end_time=time(13)), AFTER)

    assert (
        plain(drawn.when_words) == "a eu lieu le mardi 20 janvier 2026, de 9 h à 13 h"
    )


def test_what_is_to_come_only_says_its_date():
    drawn = line(make_meeting(), BEFORE)

    assert plain(drawn.when_words) == "mardi 20 janvier 2026, à partir de 9 h"


@pytest.mark.parametrize("facts", [{"to_confirm": True}, {"status": "cancelled"}])
def test_nobody_says_that_it_took_place_when_nobody_knows(facts):
    drawn = line(make_meeting(**facts), AFTER)

    assert plain(drawn.past_words) == "était annoncée pour le mardi 20 janvier 2026"


def test_a_meeting_known_by_its_month_took_place_in_it():
    meeting = make_meeting(
        start_date=date(2024, 9, 1), start_time=None, date_precision="month"
    )

    assert plain(line(meeting, AFTER).past_words) == "a eu lieu en septembre 2024"


def test_a_moved_meeting_gives_both_dates():
    meeting = make_meeting(status="rescheduled", previous_date=date(2026, 1, 13))

    assert plain(line(meeting, BEFORE).news_words) == (
        "Déplacé au mardi 20 janvier 2026, au lieu du mardi 13 janvier 2026"
    )


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        (0, "57 places restantes"),
        (54, "Plus que 3 places"),
        (56, "Plus que 1 place"),
        (57, "Complet"),
    ],
)
def test_places_are_counted_honestly(taken, words):
    meeting = make_meeting(capacity=57, reserved_places=taken)

    assert plain(line(meeting, BEFORE).registration_words) == words


def test_the_day_registration_opens_is_said():
    meeting = make_meeting(registration_opens_at=brussels(2026, 1, 12, 8))

    words = line(meeting, BEFORE).registration_words

    assert plain(words) == "Inscriptions dès le 12 janvier 2026"


def test_a_past_meeting_never_invites():
    drawn = line(make_meeting(), AFTER)

    assert not drawn.can_register
    assert not drawn.shows_registration


def test_readers_go_to_the_report_once_there_is_one():
    concertation = make_concertation()
    meeting = make_meeting(concertation=concertation)
    announced = announce(meeting)
    assert line(meeting, AFTER).url == announced.url

    written = report(meeting, make_concertation_page(concertation))

    assert line(meeting, AFTER).url == written.url


def test_a_draft_report_is_not_shown():
    concertation = make_concertation()
    meeting = make_meeting(concertation=concertation)
    written = report(meeting, make_concertation_page(concertation))
    written.unpublish()

    assert line(meeting, AFTER).report_page is None


def test_the_place_of_a_past_meeting_is_no_longer_to_be_confirmed():
    meeting = make_meeting()

    assert line(meeting, BEFORE).place == "Lieu à confirmer"
    assert line(meeting, AFTER).place == "Lieu non communiqué"


def test_the_link_to_join_online_is_never_part_of_a_line():
    meeting = make_meeting(mode="online", online_url="https://visio.example/secret")

    assert "visio" not in line(meeting, BEFORE).address


def test_lines_cost_the_same_for_few_and_for_many():
    make_series(30)
    everything = lines(Meeting.objects.all().with_facts(), BEFORE)
    assert everything[0].url  # what is looked up once for the site is known now

    costs = set()
    for count in (2, 30):
        with CaptureQueriesContext(connection) as queries:
            drawn = lines(Meeting.objects.all().with_facts()[:count], BEFORE)
            assert len([one.kicker + one.place + one.url for one in drawn]) == count
        costs.add(len(queries))

    assert len(costs) == 1


def make_series(count):
    cycle = make_cycle(planned_meetings=count)
    facts = {"concertation": cycle.concertation, "cycle": cycle}
    for rank in range(1, count + 1):
        announce(make_meeting(cycle_rank=rank, venue=make_venue(), **facts))
