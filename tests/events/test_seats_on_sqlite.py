"""Several processes share a SQLite file, and people are still served one by one."""

import sqlite3
import subprocess
import sys
import uuid
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone

from tests.events.people import make_morning

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="about files of SQLite"),
]
ROOT = Path(__file__).resolve().parents[2]
SEATS, PROCESSES, PEOPLE = 7, 3, 6


@pytest.fixture(scope="module")
def crowded(tmp_path_factory, django_db_setup, django_db_blocker):
    """The file and the answers, once the crowds of several processes have come."""
    file = tmp_path_factory.mktemp("seats") / "portal.sqlite3"
    with django_db_blocker.unblock(), transaction.atomic():
        year = timezone.localdate().year + 1
        meeting = make_morning(start_date=date(year, 6, 1), capacity=SEATS)
        file.write_bytes(connection.connection.serialize())
        transaction.set_rollback(True)
    command = [sys.executable, "-m", "tests.events.crowd", file, meeting.pk]
    command = [str(part) for part in (*command, uuid.uuid4(), PEOPLE)]
    crowds = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(PROCESSES)
    ]
    answers = [crowd.communicate(timeout=120)[0] for crowd in crowds]
    return file, answers


def rows(file, question):
    with closing(sqlite3.connect(file)) as opened:
        return opened.execute(question).fetchall()


def test_nobody_is_left_without_an_answer(crowded):
    _file, answers = crowded

    assert [answer.split() for answer in answers] == [[str(PEOPLE + 1)]] * PROCESSES


def test_exactly_the_seats_there_are_were_given(crowded):
    file, _answers = crowded
    question = "SELECT status, COUNT(*) FROM events_registration GROUP BY status"

    waiting = PROCESSES * PEOPLE + 1 - SEATS
    assert dict(rows(file, question)) == {"confirmed": SEATS, "waiting": waiting}


def test_the_seats_went_to_those_who_came_first(crowded):
    file, _answers = crowded
    question = "SELECT status FROM events_registration ORDER BY arrived_at"

    statuses = [status for (status,) in rows(file, question)]
    assert statuses == sorted(statuses)


def test_the_form_every_process_posted_is_registered_once(crowded):
    file, _answers = crowded
    question = "SELECT COUNT(*) FROM events_registration WHERE email LIKE 'le-meme@%'"

    assert rows(file, question) == [(1,)]
