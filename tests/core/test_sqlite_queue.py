"""People who write at once on a SQLite file are served in the order they came."""

import fcntl
import sqlite3
from threading import Thread

import pytest
from django.db import OperationalError, connections

from portal.core.sqlite.base import DatabaseWrapper
from portal.settings.engines import sqlite

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    return tmp_path / "portal.sqlite3"


def begin(file, **options):
    """A transaction, on a connection of its own."""
    facts = {**connections["default"].settings_dict, **sqlite(file)}
    facts["OPTIONS"] = {**facts["OPTIONS"], **options}
    wrapper = DatabaseWrapper(facts)
    wrapper.inc_thread_sharing()
    wrapper.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    return wrapper


def write(file):
    wrapper = begin(file)
    wrapper.commit()
    wrapper.close()


def is_free(file):
    """Whether somebody else might write now."""
    with open(f"{file}-queue", "w") as queue:
        try:
            fcntl.flock(queue, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


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


@pytest.mark.parametrize("end", ["commit", "rollback", "close"])
def test_the_turn_is_passed_on_when_the_work_is_done(file, end):
    wrapper = begin(file)
    assert not is_free(file)

    getattr(wrapper, end)()

    assert is_free(file)
    wrapper.close()


def test_who_could_not_begin_passes_the_turn_on(file):
    busy = sqlite3.connect(file)
    busy.execute("BEGIN IMMEDIATE")

    with pytest.raises(OperationalError, match="locked"):
        begin(file, timeout=0)

    assert is_free(file)
    busy.close()
