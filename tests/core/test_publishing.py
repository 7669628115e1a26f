"""A page planned for an hour is there at that hour, and gone when it should be."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.models import StandardPage
from portal.core import worker
from portal.core.publishing import publish_planned
from tests.making import make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned():
    page = StandardPage(title="Annonce", live=False)
    make_site().add_child(instance=page)
    return page


def is_live(page):
    return StandardPage.objects.get(pk=page.pk).live


def plan(page, **when):
    for name, moment in when.items():
        setattr(page, name, moment)
    page.save_revision().publish()


def test_a_planned_page_appears_at_its_hour(planned):
    hour = timezone.now() - timedelta(seconds=1)
    planned.go_live_at = hour
    planned.save_revision(approved_go_live_at=hour)

    assert publish_planned(now=hour - timedelta(minutes=1), limit=10) == 0
    assert not is_live(planned)
    assert publish_planned(now=hour, limit=10) == 1
    assert is_live(planned)


def test_a_page_disappears_at_its_hour(planned):
    plan(planned, expire_at=timezone.now() + timedelta(hours=1))
    assert is_live(planned)
    StandardPage.objects.update(expire_at=timezone.now())

    assert publish_planned(now=timezone.now(), limit=10) == 1

    assert not is_live(planned)


def test_the_worker_looks_every_minute():
    assert worker.VERBS["publish_planned"].period == timedelta(minutes=1)
