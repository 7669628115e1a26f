"""The first screen: the meetings of the week, who waits, and lost mail."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events import week
from portal.core.models import OutgoingMail
from tests.events.people import make_morning, sign_up

pytestmark = pytest.mark.django_db


def soon(days, **facts):
    return make_morning(start_date=timezone.localdate() + timedelta(days=days), **facts)


def panel(client):
    page = BeautifulSoup(client.get("/admin/").content, "html.parser")
    return page.find(id="meetings-of-the-week-section")


@pytest.fixture
def now():
    return timezone.now()


def test_the_week_holds_what_is_to_come_within_seven_days(now):
    soon(-1)
    expected = [soon(1), soon(7)]
    soon(8)

    assert week.meetings(now) == expected


def test_a_week_without_meetings_names_the_next_one(now):
    soon(40)
    following = soon(20)

    assert week.meetings(now) == [following]


def test_people_who_wait_are_counted_for_what_is_to_come(now):
    full, past = soon(3, capacity=1), soon(2, capacity=1)
    for meeting in (full, past):
        for _ in range(3):
            sign_up(meeting, now=now)
    type(past).objects.filter(pk=past.pk).update(over_at=now)

    assert week.waiting(now) == {full.pk: 2}


def test_the_panel_leads_to_the_people_and_to_lost_mail(admin_client, now):
    meeting = soon(3, capacity=1)
    for _ in range(2):
        sign_up(meeting, now=now)
    OutgoingMail.objects.update(state="failed")

    shown = panel(admin_client)

    links = {link["href"] for link in shown.select("a[href^='/admin/']")}
    assert links == {
        f"/admin/snippets/events/meeting/{meeting.pk}/participants/",
        "/admin/snippets/events/meeting/mail/undelivered/",
    }


def test_the_panel_is_there_when_nothing_is_planned(admin_client):
    assert panel(admin_client)


def test_the_panel_costs_the_same_for_few_and_for_many(admin_client, now):
    sign_up(soon(1), now=now)
    panel(admin_client)
    with CaptureQueriesContext(connection) as few:
        panel(admin_client)
    for _ in range(5):
        sign_up(soon(2), now=now)

    with CaptureQueriesContext(connection) as many:
        panel(admin_client)

    assert len(many) == len(few)
