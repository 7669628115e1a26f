"""Those who were there hear that the report is online: once, and in time."""

from datetime import timedelta

import pytest
from wagtail.models import Locale

from events import aftermath, reception
from portal.core import worker
from portal.core.models import OutgoingMail
from tests.events.people import NOW, make_morning, sign_up
from tests.events.post import letters_to, reason_of, send_all
from tests.making import (
    announce,
    brussels,
    make_concertation,
    make_concertation_page,
    make_site,
    report,
)

pytestmark = pytest.mark.django_db
AFTER = brussels(2026, 1, 22, 10)


@pytest.fixture
def morning():
    make_site()
    meeting = make_morning(concertation=make_concertation())
    announce(meeting)
    return meeting


@pytest.fixture
def people(morning):
    return [sign_up(morning), sign_up(morning)]


def publish(meeting, **words):
    parent = make_concertation_page(meeting.concertation)
    return report(meeting, parent, **words)


def told_at(moment=AFTER):
    aftermath.tell_reports(now=moment)
    mails = [mail for mail in send_all(moment) if reason_of(mail) == "report_online"]
    return sorted(mail.to for mail in mails)


def test_nobody_is_told_before_there_is_a_report(morning, people):
    page = publish(morning, live=False)
    assert not told_at()

    page.save_revision().publish()
    assert len(told_at()) == 2


def test_who_came_is_told_once(morning, people):
    here, _absent = people
    reception.check_in(here, now=morning.beginning())
    publish(morning)

    assert told_at() == [here.email]
    assert told_at(AFTER + timedelta(days=1)) == []


def test_where_nobody_was_checked_in_all_who_had_a_seat_are_told(morning, people):
    publish(morning)

    assert told_at() == sorted(person.email for person in people)


def test_the_letter_leads_to_the_report(morning, people):
    page = publish(morning)
    told_at()

    (mail,) = letters_to(people[0], "report_online")
    assert page.full_url in mail.text
    assert "20 janvier" in mail.subject.replace("\u00a0", " ")
    assert mail.attachments == []


def test_who_reads_dutch_is_led_to_the_french_report_for_want_of_another(morning):
    person = sign_up(morning, language="nl")
    announced = morning.event_pages.get()
    dutch = Locale.objects.create(language_code="nl")
    announced.get_parent().specific.copy_for_translation(dutch, copy_parents=True)
    announced.copy_for_translation(dutch).save_revision().publish()
    page = publish(morning)

    assert told_at() == [person.email]
    assert page.full_url in letters_to(person, "report_online")[0].text


def test_a_report_that_one_cannot_read_is_not_told(morning, people):
    page = publish(morning)
    page.locale = Locale.objects.create(language_code="nl")
    page.save()
    dutch = sign_up(morning, language="nl")

    assert told_at() == [dutch.email]


def test_a_report_that_took_months_is_no_news(morning, people):
    publish(morning)

    assert not told_at(morning.over_at + timedelta(days=90))
    assert told_at(morning.over_at + timedelta(days=89))


def test_a_report_is_not_told_while_the_meeting_lasts(morning, people):
    publish(morning)

    assert not told_at(NOW)


def test_examples_are_told_to_nobody(morning, people):
    morning.is_example = True
    morning.save()
    publish(morning)

    assert not told_at()


def test_a_private_report_is_told_to_nobody(morning, people):
    page = publish(morning)
    page.get_view_restrictions().create(page=page, restriction_type="login")

    assert aftermath.tell_reports(now=AFTER) == 0


def test_a_dry_run_tells_nobody(morning, people):
    publish(morning)
    send_all(NOW)

    assert worker.run("tell_reports", now=AFTER, dry_run=True) == 2
    assert not OutgoingMail.objects.waiting().exists()
