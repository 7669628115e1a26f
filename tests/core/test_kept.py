"""Bytes many readers ask for are made once, and never more kept than allowed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from hypothesis import given
from hypothesis import strategies as st

from portal.core.kept import Kept


def test_what_is_kept_is_made_once():
    kept = Kept(limit=100)

    first = kept.get("a", lambda: b"made")

    assert kept.get("a", lambda: b"made again") is first


def test_a_crowd_waits_for_one_making():
    kept, asked, made = Kept(limit=100), Event(), []

    def make():
        made.append(1)
        asked.wait(10)
        return b"made"

    with ThreadPoolExecutor(4) as crowd:
        answers = [crowd.submit(kept.get, "a", make) for _one in range(4)]
        asked.set()

    assert {answer.result() for answer in answers} == {b"made"}
    assert len(made) == 1


def test_nothing_is_kept_where_nothing_is_allowed():
    kept = Kept(limit=0)
    kept.get("a", lambda: b"made")

    assert kept.get("a", lambda: b"made again") == b"made again"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 60)), max_size=40))
def test_no_more_is_held_than_allowed(asked):
    kept = Kept(limit=100)

    for key, size in asked:
        kept.get(key, lambda size=size: bytes(size))

    assert kept.size == sum(map(len, kept._held.values()))
    assert kept.size <= 100
