"""Mail is written with the change it tells of, once, and says no more than it must."""

from datetime import timedelta

import pytest
from django.db import transaction

from portal.core import outbox
from portal.core.models import OutgoingMail
from tests.core.conftest import NOW
from tests.making import make_theme

pytestmark = pytest.mark.django_db
State = OutgoingMail.State


def test_a_change_that_is_undone_tells_nobody(queue):
    with transaction.atomic():
        queue()
        transaction.set_rollback(True)

    assert not OutgoingMail.objects.exists()


def test_the_same_news_cannot_be_queued_twice(queue):
    first = queue(key="registration/1/registered/1", subject="Premier")
    second = queue(key="registration/1/registered/1", subject="Second")

    assert second is None
    assert OutgoingMail.objects.get() == first


def test_a_second_queueing_leaves_the_change_it_came_with(queue):
    with transaction.atomic():
        queue(key="same")
        queue(key="same")
        theme = make_theme()

    theme.refresh_from_db()
    assert OutgoingMail.objects.count() == 1


def test_a_subject_is_one_line_whatever_was_typed(queue):
    mail = queue(subject="Bienvenue\r\nBcc: autre@essai.example")

    assert mail.subject == "Bienvenue Bcc: autre@essai.example"


def test_mail_is_found_by_what_it_is_about(queue):
    mine = queue(key=outbox.key("registration", 1, "registered", 1))
    queue(key=outbox.key("registration", 12, "registered", 1))

    assert list(OutgoingMail.objects.about("registration", 1)) == [mine]


def test_who_is_forgotten_gets_no_more_mail_and_is_not_named(queue):
    mail = queue()

    outbox.forget(OutgoingMail.objects.filter(pk=mail.pk))

    mail.refresh_from_db()
    assert mail.state == State.WITHDRAWN
    assert not OutgoingMail.objects.due(NOW).exists()
    assert {mail.to, mail.subject, mail.text, mail.html} == {""}


def test_after_a_month_only_the_fact_that_it_was_sent_is_kept(queue):
    old, recent = queue(), queue()
    sent = OutgoingMail.objects.filter(pk__in=[old.pk, recent.pk])
    sent.update(state=State.SENT, sent_at=NOW)
    OutgoingMail.objects.filter(pk=old.pk).update(created_at=NOW - timedelta(days=31))

    assert outbox.forget_old(now=NOW) == 1
    assert outbox.forget_old(now=NOW) == 0

    old.refresh_from_db()
    assert (old.state, old.to, old.text) == (State.SENT, "", "")


def test_what_still_waits_is_never_blanked_by_age(queue):
    queue(now=NOW - timedelta(days=40))

    assert outbox.forget_old(now=NOW) == 0


def test_a_refused_mail_may_be_sent_once_more(queue):
    mail = queue()
    OutgoingMail.objects.update(state=State.FAILED, attempts=3)

    outbox.retry(mail, now=NOW + timedelta(days=30))

    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == (State.WAITING, 0)
    assert mail.give_up_at > NOW + timedelta(days=30)


def test_a_sent_mail_is_not_sent_once_more_by_retrying(queue):
    mail = queue()
    OutgoingMail.objects.update(state=State.SENT, sent_at=NOW)

    assert not outbox.retry(mail, now=NOW)
