"""Attempts are counted for a while, and nobody's name is kept for it."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from portal.core import limits
from tests.making import brussels

NOW = brussels(2026, 1, 5, 10)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _counted(settings):
    settings.RATE_LIMITS = True
    cache.clear()


def count(who="a@essai.example", what="forms", now=NOW):
    return limits.count(what, who, within=HOUR, now=now)


def test_each_attempt_counts_one_more():
    assert [count().number for _time in range(3)] == [1, 2, 3]


def test_others_and_other_things_are_counted_apart():
    count()

    assert count(who="b@essai.example").number == 1
    assert count(what="searches").number == 1


def test_the_count_begins_again_after_a_while():
    first = count(now=NOW + timedelta(minutes=50))

    assert first.minutes_left == 10
    assert count(now=NOW + HOUR).number == 1


def test_nothing_is_counted_where_limits_are_off(settings):
    settings.RATE_LIMITS = False

    assert [count().number for _time in range(3)] == [0, 0, 0]


def test_no_cache_stops_nobody(settings):
    nothing = "django.core.cache.backends.dummy.DummyCache"
    settings.CACHES = {"default": {"BACKEND": nothing}}

    assert [count().number for _time in range(3)] == [1, 1, 1]
