"""What tests of several rooms start from.

``starter`` and ``demo`` put a whole site in the database once for all the tests of a
module; each test then has it to itself, and leaves it as it was. A module that asks for
them must not ask for ``transactional_db`` or ``live_server`` too.
"""

from contextlib import contextmanager

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone, translation

from home import demo as demonstration
from home import starter as starting_point
from tests import ready_database, ready_rows


@pytest.fixture(scope="session")
def kept_database(request, django_db_blocker):
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        kept = ready_database.of(request.config.cache.mkdir("ready"))
        kept.use(patch)
        yield kept


@pytest.fixture(scope="session")
def django_db_setup(kept_database, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        kept_database.keep()


@pytest.fixture(autouse=True)
def _in_the_first_language():
    """Whoever read a page in another language before leaves it to the next test."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def starter(starter_in_database, db):
    """A site as it starts; the value is its pages by their names."""
    return starter_in_database


@pytest.fixture
def demo(demo_in_database, db):
    """The demonstration, loaded today."""


@pytest.fixture(scope="module")
def starter_in_database(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), taken_back():
        yield ready_rows.once("starter", starting_point.load)


@pytest.fixture(scope="module")
def demo_in_database(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), taken_back():
        yield ready_rows.once("demo", lambda: demonstration.load(timezone.localdate()))


@contextmanager
def taken_back():
    """Whatever is written meanwhile is gone afterwards, from the caches too."""
    cache.clear()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    cache.clear()
