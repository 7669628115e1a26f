"""The worker does what is due, goes on after a failure, and spares a sick server."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from portal.core import worker
from portal.core.models import OutgoingMail, Theme
from tests.core.conftest import NOW
from tests.making import make_theme
from tests.smtp import HANG

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture
def verbs(monkeypatch):
    """No verbs but those the test registers."""
    monkeypatch.setattr(worker, "VERBS", {})


@pytest.fixture
def called(verbs):
    """The moments at which a verb was called that is due every five minutes."""
    moments = []

    @worker.every(minutes=5)
    def greet(*, now, limit):
        moments.append(now)
        return 0

    return moments


@pytest.fixture
def planting(verbs):
    @worker.every(minutes=5)
    def plant(*, now, limit):
        for _number in range(3):
            make_theme()
        return 3


def at(moment):
    return lambda: moment


def tell(*words):
    told = StringIO()
    call_command("work", *words, stdout=told)
    return told.getvalue()


def test_a_verb_is_called_at_the_start_and_then_when_it_is_due(called):
    hand = worker.Worker()

    for minutes in (0, 1, 4, 5, 9, 10):
        hand.round(at(NOW + timedelta(minutes=minutes)))

    assert called == [NOW + timedelta(minutes=minutes) for minutes in (0, 5, 10)]


def test_a_verb_that_fails_stops_neither_mail_nor_other_verbs(called, queue, server):
    @worker.every(minutes=5)
    def fail(*, now, limit):
        raise ZeroDivisionError

    worker.VERBS = {"fail": worker.VERBS["fail"], "greet": worker.VERBS["greet"]}
    queue()

    worker.Worker().round(at(NOW))

    assert called == [NOW]
    assert len(server.texts) == 1


def test_a_verb_that_reached_its_limit_goes_on_at_once(verbs):
    calls = []
    worker.every(minutes=5)(lambda *, now, limit: calls.append(limit) or limit)
    hand = worker.Worker(limit=2)

    hand.round(at(NOW))
    hand.round(at(NOW + SECOND))

    assert calls == [2, 2]


def test_all_mail_that_is_due_goes_out_in_one_round(verbs, queue, server):
    for _number in range(3):
        queue()

    worker.Worker().round(at(NOW))

    assert len(set(server.ids)) == 3


def test_a_server_in_trouble_is_asked_once_and_then_left_in_peace(verbs, queue, server):
    queue(), queue()
    server.says = {"connect": HANG}
    hand = worker.Worker()

    for seconds in (0, 1, 4):
        hand.round(at(NOW + seconds * SECOND))
    asked = server.conversations
    hand.round(at(NOW + 5 * SECOND))

    assert (asked, server.conversations) == (1, 2)


def test_all_mail_goes_out_soon_after_the_server_is_back(verbs, queue, server):
    for _number in range(5):
        queue()
    server.says = {"connect": "421 later"}
    hand = worker.Worker()
    for seconds in range(0, 300, 5):
        hand.round(at(NOW + seconds * SECOND))

    server.says = {}
    hand.round(at(NOW + 360 * SECOND))

    assert OutgoingMail.objects.waiting().count() <= 1
    assert len(set(server.ids)) >= 4


def test_a_worker_that_is_asked_to_stop_finishes_the_mail_in_hand(verbs, queue, server):
    queue(), queue()

    worker.Worker(stopped=lambda: bool(server.texts)).round(at(NOW))

    assert len(server.texts) == 1


def test_a_dry_run_says_what_it_would_do_and_does_nothing(planting, queue, server):
    queue()

    assert tell("--dry-run") == "plant: 3\nmail: 1\n"

    assert not Theme.objects.exists()
    assert not server.conversations


def test_once_is_one_round(called, queue, server):
    queue(), queue()

    assert tell("--once") == "greet: 0\nmail: 2\n"
    assert len(called) == 1


def test_one_verb_can_be_run_by_its_name(called, queue, server):
    queue()

    assert tell("--only", "greet") == "greet: 0\n"
    assert not server.texts


def test_a_limit_is_kept(called, queue, server):
    queue(), queue()

    assert tell("--only", "mail", "--limit", "1") == "mail: 1\n"


def test_an_unknown_name_is_answered_with_the_known_ones(called):
    with pytest.raises(CommandError, match="greet, mail"):
        tell("--only", "sing")


def test_the_portal_knows_its_own_verbs():
    assert {"forget_old", "publish_planned"} <= set(worker.VERBS)
