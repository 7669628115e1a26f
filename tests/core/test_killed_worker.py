"""Real workers, killed or running side by side, before a real mail server."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from threading import Event

import pytest
from django.db import connection
from django.utils import timezone

from tests.settings.conftest import VARIABLES
from tests.smtp import HANG, mail_server

ROOT = Path(__file__).parents[2]
MAILS = 6

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def server():
    with mail_server() as running:
        yield running


@pytest.fixture
def work(queue, server, tmp_path):
    """Start a worker of its own process, for which some mails wait."""
    for _number in range(MAILS):
        queue(now=timezone.now())
    environ = {name: os.environ[name] for name in os.environ if name not in VARIABLES}
    environ |= {
        "VAR_DIR": str(tmp_path),
        "DATABASE_URL": database_for(tmp_path),
        "EMAIL_URL": f"smtp://127.0.0.1:{server.port}?from=portail@essai.example",
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    }
    processes = []

    def start(*words):
        command = [sys.executable, "manage.py", "work", *words]
        processes.append(subprocess.Popen(command, cwd=ROOT, env=environ))
        return processes[-1]

    yield start
    for process in processes:
        process.kill()
        process.wait()


def database_for(folder):
    """An address of this database, or of a copy where it is in memory."""
    if connection.vendor == "postgresql":
        return f"postgres:///{connection.settings_dict['NAME']}"
    copy = folder / "copy.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    return f"sqlite:///{copy}"


def test_killed_in_the_middle_only_the_mail_in_hand_is_sent_again(work, server):
    server.says = {"text": lambda: HANG if len(server.texts) == 3 else "250 taken"}
    worker = work()
    assert server.hanging.wait(60)
    worker.kill()
    worker.wait()

    server.says = {}
    assert work("--once").wait(60) == 0

    before, in_hand = server.ids[:2], server.ids[2]
    counts = Counter(server.ids)
    assert len(counts) == MAILS, "none is lost"
    assert [counts[name] for name in before] == [1, 1]
    assert [name for name in counts if counts[name] > 1] == [in_hand]


def test_while_one_worker_sends_the_other_has_nothing_to_do(work, server):
    released = Event()
    server.says = {"text": lambda: _after(released, server)}
    first = work("--once")
    assert server.hanging.wait(60)

    assert work("--once").wait(60) == 0
    assert server.conversations == 1
    released.set()

    assert first.wait(60) == 0
    assert sorted(Counter(server.ids).values()) == [1] * MAILS


def test_two_workers_send_each_mail_once(work, server):
    both = [work("--once"), work("--once")]

    assert [process.wait(60) for process in both] == [0, 0]
    assert sorted(Counter(server.ids).values()) == [1] * MAILS


def _after(event, server):
    server.hanging.set()
    event.wait(60)
    return "250 taken"


def test_a_worker_that_is_asked_to_stop_ends_well(work, server):
    worker = work()
    assert server.given.wait(60)

    worker.terminate()

    assert worker.wait(30) == 0


def test_a_worker_stops_when_the_server_that_started_it_is_gone(work):
    assert work("--beside", "1").wait(60) == 0
