"""One process at a time has the turn, and whoever is gone has given it back."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from portal.core import turns

pytestmark = pytest.mark.django_db


def asked_elsewhere(name):
    """Whether another session would get the turn now."""

    def ask():
        try:
            with turns.alone(name) as mine:
                return mine
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as elsewhere:
        return elsewhere.submit(ask).result()


def test_only_one_has_the_turn():
    with turns.alone("test") as mine:
        assert mine
        assert not asked_elsewhere("test")


def test_the_turn_is_given_back():
    with turns.alone("test"):
        pass

    assert asked_elsewhere("test")


def test_the_turn_is_given_back_after_an_error():
    with pytest.raises(ZeroDivisionError), turns.alone("test"):
        raise ZeroDivisionError

    assert asked_elsewhere("test")


def test_one_turn_does_not_hold_up_another():
    with turns.alone("test"):
        assert asked_elsewhere("another")
