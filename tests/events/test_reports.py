"""The front door shows the latest report, and what was gathered about each need."""

from datetime import date

import pytest

from events import reports
from tests.making import (
    announce,
    brussels,
    make_concertation,
    make_concertation_page,
    make_meeting,
    make_need,
    make_site,
    report,
)

pytestmark = pytest.mark.django_db

NOW = brussels(2026, 6, 1)


@pytest.fixture(autouse=True)
def _site():
    make_site()


@pytest.fixture
def concertation():
    made = make_concertation()
    make_concertation_page(made)
    return made


def reported(concertation, day, **facts):
    meeting = make_meeting(start_date=day, concertation=concertation, **facts)
    return report(meeting, concertation.pages.get())


def test_the_latest_report_is_that_of_the_latest_meeting_reported(concertation):
    reported(concertation, date(2025, 5, 20))
    wanted = reported(concertation, date(2025, 10, 10))
    announce(make_meeting(start_date=date(2026, 1, 20), concertation=concertation))

    assert reports.latest(NOW).report_page == wanted


def test_without_a_report_there_is_none_to_show():
    assert reports.latest(NOW) is None


def test_a_need_leads_to_the_latest_public_meeting_about_it(concertation):
    need, other = make_need(), make_need("Trouver de l’entraide")
    reported(concertation, date(2025, 5, 20), needs=[need])
    wanted = reported(concertation, date(2025, 10, 10), needs=[need])
    make_meeting(start_date=date(2026, 1, 20), needs=[need])  # nobody announced it

    found = dict(reports.by_need(NOW))

    assert found[need].report_page == wanted
    assert found[other] is None
