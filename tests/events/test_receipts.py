"""What the screen says after a form is kept with what the form did, for two hours."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events import corrections, receipts
from events.models import Receipt
from portal.core import edition
from tests.events.form_pages import answers, open_morning, text_of
from tests.events.people import sign_up_many
from tests.making import make_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site():
    make_site()


@pytest.fixture
def drawn_once(monkeypatch):
    """As with a transaction that nobody takes back."""
    monkeypatch.setattr(edition, "_may_be_undone", lambda: False)
    monkeypatch.setattr(edition, "_shelf", {})


def test_a_receipt_is_shown_for_two_hours_and_deleted():
    now = timezone.now()
    receipts.keep("0" * 32, emails=[], meetings=[], waits=[], now=now)
    over = now + receipts.KEPT_FOR

    assert receipts.find("0" * 32, over - timedelta(seconds=1))
    assert receipts.forget_receipts(now=over - timedelta(seconds=1)) == 0
    assert receipts.find("0" * 32, over) is None
    assert receipts.forget_receipts(now=over) == 1


def test_a_receipt_goes_with_the_data_of_a_person(client):
    meeting, address = open_morning()
    client.post(address, answers())

    corrections.erase(meeting.registrations.get(), now=timezone.now())

    assert not Receipt.objects.exists()


def test_a_form_that_is_shown_again_leaves_no_receipt(client):
    meeting, address = open_morning(capacity=1)
    sign_up_many(meeting, 1, now=timezone.now())

    client.post(address, answers())

    assert not Receipt.objects.exists()


@pytest.mark.usefixtures("drawn_once")
def test_each_reads_their_own_address_on_a_page_drawn_for_all(client):
    _meeting, address = open_morning()

    first = client.post(address, answers(email="a@essai.example"), follow=True)
    then = client.post(address, answers(email="b@essai.example"), follow=True)

    assert "a@essai.example" in text_of(first)
    assert "b@essai.example" in text_of(then)
    assert "a@essai.example" not in text_of(then)


@pytest.mark.usefixtures("drawn_once")
def test_who_waits_never_reads_the_page_of_who_is_seated(client):
    _meeting, address = open_morning(capacity=1)
    client.post(address, answers(email="a@essai.example"), follow=True)

    page = client.post(
        address, answers(email="b@essai.example", may_wait="1"), follow=True
    )

    assert "confirmée" not in text_of(page)
