"""People who write at once on a SQLite file are served in the order they came."""

import fcntl
from threading import Thread

import pytest
from django.db import connections

from portal.core.sqlite.base import DatabaseWrapper
from portal.settings.engines import sqlite

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    return tmp_path / "portal.sqlite3"


def write(file):
    """One transaction, on a connection of its own."""
    defaults = connections["default"].settings_dict
    wrapper = DatabaseWrapper({**defaults, **sqlite(file)})
    wrapper.inc_thread_sharing()
    wrapper.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    wrapper.commit()
    wrapper.close()


def test_the_right_to_write_is_had_by_turns(file):
    write(file)
    with open(f"{file}-queue", "w") as queue:
        fcntl.flock(queue, fcntl.LOCK_EX)
        next_one = Thread(target=write, args=(file,))
        next_one.start()
        next_one.join(0.1)
        assert next_one.is_alive(), "somebody else is looking"
    next_one.join(20)

    assert not next_one.is_alive()


def test_the_turn_is_passed_on_before_the_work_is_done(file):
    write(file)

    with open(f"{file}-queue", "w") as queue:
        fcntl.flock(queue, fcntl.LOCK_EX | fcntl.LOCK_NB)
