"""Tests that start from a small site start from the same one, made or put back."""

from datetime import datetime

import pytest
from django.db import transaction
from wagtail.models import Site

from portal.core import edition
from tests import ready_rows
from tests.making import make_site, make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_noted(monkeypatch):
    monkeypatch.setattr(ready_rows, "_noted", {})


def all_there_is():
    """Each row of each table, whenever it was written."""
    return {
        model: {
            key: [value for value in row if not isinstance(value, datetime)]
            for key, row in rows.items()
        }
        for model, rows in ready_rows._rows().items()
    }


def in_a_test(look):
    with transaction.atomic():
        make_site()
        seen = look()
        transaction.set_rollback(True)
    return seen


def test_what_is_put_back_is_what_was_made():
    assert in_a_test(all_there_is) == in_a_test(all_there_is)


def test_it_changed_just_now_each_time():
    moments = [in_a_test(lambda: edition.current().changed_at) for _time in range(3)]

    assert moments[1] < moments[2]


def test_its_pages_have_addresses_each_time():
    paths = [in_a_test(Site.get_site_root_paths) for _time in range(2)]

    assert paths[0] == paths[1]
    assert paths[0][0].root_path == "/accueil/"


def test_it_is_made_anew_where_something_was_there_before():
    in_a_test(all_there_is)
    make_theme()
    before = edition.current().number

    home = make_site()

    assert home.get_children().count() == 2
    assert edition.current().number > before
