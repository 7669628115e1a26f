"""Pages about meetings draw their facts, and cost the same for few and for many."""

from datetime import date, time, timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.signal_handlers import disable_reference_index_auto_update

from events.models import CollectiveAction, EventPage, Meeting
from tests.making import (
    announce,
    make_concertation,
    make_concertation_page,
    make_cycle,
    make_meeting,
    make_need,
    make_site,
    make_venue,
    report,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site():
    cache.clear()
    make_site()


def text_of(client, page):
    return client.get(page.url).content.decode().replace("\u00a0", " ")


def save_the_date():
    return [("save_the_date", {"heading": "Save the date", "meetings": []})]


def make_mornings():
    cycle = make_cycle()
    facts = {"concertation": cycle.concertation, "cycle": cycle}
    first = make_meeting(start_date=date(2025, 10, 10), cycle_rank=1, **facts)
    second = make_meeting(start_date=date(2026, 1, 20), cycle_rank=2, **facts)
    return first, second


def test_a_meeting_has_one_page_per_language():
    meeting = make_meeting()
    announce(meeting)

    with pytest.raises(ValidationError, match="déjà"):
        announce(meeting)
    assert EventPage.objects.count() == 1


def test_a_save_the_date_is_drawn_from_the_meetings_that_follow(client):
    first, second = make_mornings()
    announce(second, "L’urgence et la crise")
    parent = make_concertation_page(first.concertation)

    page = report(first, parent, sections=save_the_date())

    assert "L’urgence et la crise" in text_of(client, page)
    assert "A eu lieu le mardi 20 janvier 2026" in text_of(client, page)


def test_a_date_changed_once_is_changed_everywhere(client):
    first, second = make_mornings()
    announced = announce(second)
    parent = make_concertation_page(first.concertation)
    page = report(first, parent, sections=save_the_date())

    second.start_date = date(2027, 6, 12)
    second.save()

    for where in (announced, parent, page):
        assert "amedi 12 juin 2027" in text_of(client, where)
        assert "20 janvier 2026" not in text_of(client, where)


def test_an_action_decided_at_a_meeting_is_followed_by_its_concertation(client):
    first, _second = make_mornings()
    parent = make_concertation_page(first.concertation)
    CollectiveAction.objects.create(
        title_fr="Relire la liste", owner="Équipe", state="running", meeting=first
    )

    assert "Relire la liste" in text_of(client, parent)
    assert "En cours" in text_of(client, parent)


def test_a_need_no_meeting_is_about_is_marked(client):
    first, _second = make_mornings()
    covered, _gap = make_need("Être accompagné·e"), make_need("Trouver de l’entraide")
    first.needs.add(covered)

    page = text_of(client, make_concertation_page(first.concertation))

    assert page.count("Aucune rencontre à ce jour") == 1


def test_a_section_left_empty_is_not_shown(client):
    first, _second = make_mornings()
    parent = make_concertation_page(first.concertation)

    page = report(first, parent, sections=[("watch", {"heading": "Veille"})])

    assert "Veille" not in text_of(client, page)


def test_a_figure_without_its_number_of_answers_says_so(client):
    first, _second = make_mornings()
    poll = {"percentage": 45, "statement": "<p>ne perçoivent pas</p>"}
    parent = make_concertation_page(first.concertation)

    page = report(first, parent, sections=[("findings", {"polls": [poll]})])

    assert "n non communiqué" in text_of(client, page)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"status": "cancelled", "status_note_fr": "Salle fermée."}, "Salle fermée."),
        ({"status": "postponed"}, "la rencontre n’aura pas lieu"),
        ({"to_confirm": True}, "Date à confirmer"),
        ({"is_example": True}, "Exemple fictif"),
        ({"mode": "online"}, "En ligne"),
    ],
)
def test_news_of_a_meeting_are_on_its_page(client, facts, words):
    meeting = make_meeting(start_date=timezone.localdate() + timedelta(days=9), **facts)

    assert words in text_of(client, announce(meeting))


def test_the_link_to_join_online_is_on_no_page(client):
    meeting = make_meeting(
        start_date=timezone.localdate() + timedelta(days=9),
        mode="online",
        online_url="https://visio.example/secret",
    )
    page = announce(meeting)

    for address in (page.url, "/fr/", "/fr/agenda/", "/fr/agenda/calendrier.ics"):
        assert "visio.example" not in client.get(address).content.decode()


def test_a_page_only_answers_readers(client):
    page = announce(make_meeting())

    assert client.post(page.url).status_code == 405
    assert client.head(page.url).status_code == 200


def test_a_link_that_anyone_may_have_is_on_the_page_and_in_the_calendar(client):
    meeting = make_meeting(
        start_date=timezone.localdate() + timedelta(days=9),
        mode="online",
        online_url="https://visio.example/ouverte",
        online_url_is_public=True,
    )
    page = announce(meeting)

    for address in (page.url, "/fr/agenda/calendrier.ics"):
        assert "visio.example/ouverte" in client.get(address).content.decode()


def fill(concertation, count):
    """Announced and reported meetings, some past and some to come."""
    first = timezone.localdate() - timedelta(days=count // 2)
    parent = concertation.pages.get()
    venue = make_venue()
    start = Meeting.objects.count()
    for index in range(start, count):
        meeting = make_meeting(
            start_date=first + timedelta(days=index),
            start_time=time(9),
            concertation=concertation,
            venue=venue,
        )
        announce(meeting)
        if index % 5 == 0:
            report(meeting, parent, sections=save_the_date())


def cost(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_pages_cost_the_same_queries_with_five_meetings_and_with_a_hundred(client):
    concertation = make_concertation()
    parent = make_concertation_page(concertation)
    fill(concertation, 5)
    written = Meeting.objects.order_by("pk").first().report_pages.get().url
    addresses = ["/fr/", "/fr/agenda/", "/fr/agenda/passes/", parent.url, written]
    few = {address: cost(client, address) for address in addresses}

    with disable_reference_index_auto_update():
        fill(concertation, 100)

    assert {address: cost(client, address) for address in addresses} == few
