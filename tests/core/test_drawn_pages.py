"""A page is drawn once for all its readers, and only given while it is true."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, time, timedelta
from threading import Barrier, BrokenBarrierError
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from events import seats
from events.models import AgendaPage
from portal.core import drawn_pages, form_stamp
from tests.events.form_pages import address_of
from tests.events.people import make_morning, make_person
from tests.making import announce, make_meeting, make_site

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 1, 20, 12, 0, 20, tzinfo=ZoneInfo("Europe/Brussels"))
IN_MEMORY = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "drawn",
}


@pytest.fixture(autouse=True)
def site(settings):
    settings.CACHES = {**settings.CACHES, "pages": IN_MEMORY}
    make_site()
    yield
    caches["pages"].clear()


@pytest.fixture
def at(monkeypatch):
    """Let the clock say ``moment``."""

    def say(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    say(NOON)
    return say


def cost(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def read(client, address="/fr/agenda/"):
    return client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/fr/", "/fr/agenda/", "/fr/agenda/passes/"])
def test_the_second_reader_costs_one_question(client, at, address):
    first = client.get(address)

    assert cost(client, address) == 1
    assert client.get(address).content == first.content


def test_a_change_is_read_at_once(client, at):
    page = announce(make_meeting(start_date=NOON.date() + timedelta(days=3)), "Avant")
    assert "Avant" in read(client)

    page.title = "Après"
    page.save_revision().publish()

    assert "Après" in read(client)
    assert "Avant" not in read(client)


def test_a_page_that_is_deleted_is_gone_at_once(client, at):
    page = announce(make_meeting(start_date=NOON.date() + timedelta(days=3)))
    assert client.get(page.url).status_code == 200

    page.delete()

    assert client.get(page.url).status_code == 404


def test_a_page_that_becomes_private_is_closed_at_once(client, at):
    page = AgendaPage.objects.get()
    assert client.get(page.url).status_code == 200

    login = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=page, restriction_type=login)

    assert client.get(page.url).status_code == 302


def test_a_meeting_is_past_from_the_minute_it_ends(client, at):
    noon = {"start_time": time(9), "end_time": time(12, 1)}
    announce(make_meeting(start_date=NOON.date(), **noon), "La matinée")
    assert "La matinée" in read(client)

    at(NOON + timedelta(seconds=39))
    assert "La matinée" in read(client)
    at(NOON + timedelta(seconds=40))
    assert "La matinée" not in read(client)


def test_who_is_signed_in_reads_a_page_drawn_for_them(client, at):
    read(client)
    client.force_login(get_user_model().objects.create_superuser("admin"))

    assert cost(client, "/fr/agenda/") > 1
    client.logout()
    assert "wagtail-userbar" not in read(client)


def test_each_address_has_its_own_page(client, at):
    for month, title in ((2, "En février"), (3, "En mars")):
        announce(make_meeting(start_date=NOON.date().replace(month=month)), title)

    assert "En mars" not in read(client, "/fr/agenda/?mois=2026-02")
    assert "En mars" in read(client)


def test_a_form_is_drawn_once_and_stamped_for_each_reader(client, at):
    meeting = make_morning(start_date=NOON.date() + timedelta(days=9), capacity=2)
    address = address_of(announce(meeting))
    forms = [read(client, address) for _ in range(2)]
    stamps = [re.search(r'name="stamp" value="(.*?)"', form)[1] for form in forms]

    assert stamps[0] != stamps[1]
    assert forms[0].replace(stamps[0], stamps[1]) == forms[1]
    assert form_stamp.read(stamps[1], now=NOON).shown_at == NOON
    assert cost(client, address) == 1


def test_a_seat_that_is_taken_shows_on_the_form_at_once(client, at):
    meeting = make_morning(start_date=NOON.date() + timedelta(days=9), capacity=1)
    address = address_of(announce(meeting))
    assert "may_wait" not in read(client, address)

    seats.register(meeting, person=make_person(), now=NOON)

    assert "may_wait" in read(client, address)


def test_an_address_nobody_links_to_is_not_kept(client, at):
    address = "/fr/?" + "x" * 200
    client.get(address)

    assert cost(client, address) > 1


def test_a_page_that_is_not_there_is_looked_for_each_time(client, at):
    client.get("/fr/rien/")

    assert cost(client, "/fr/rien/") > 1


def test_a_crowd_that_asks_at_once_waits_for_one_drawing(rf, monkeypatch):
    monkeypatch.setattr(drawn_pages, "_key", lambda *_args: "the-same-page")
    drawn, meeting = [], Barrier(2)

    def draw(request):
        drawn.append(request)
        with suppress(BrokenBarrierError):
            meeting.wait(0.4)
        return drawn_pages.for_anybody(HttpResponse("page"))

    pages = drawn_pages.DrawnPages(draw)
    with ThreadPoolExecutor(2) as crowd:
        answers = list(crowd.map(pages, [rf.get("/fr/"), rf.get("/fr/")]))

    assert [answer.content for answer in answers] == [b"page", b"page"]
    assert len(drawn) == 1
