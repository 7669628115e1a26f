"""Who no longer finds the link has it sent again, and nobody else learns anything."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from events import links, lost_links, seats
from events.models import Registration
from events.models.registration import new_stamp
from portal.core import outbox
from portal.core.form_stamp import Stamp
from portal.core.models import OutgoingMail
from tests.events.form_pages import in_days, open_morning, text_of
from tests.events.people import sign_up
from tests.making import make_site

pytestmark = pytest.mark.django_db
ADDRESS = "samira@essai.example"


@pytest.fixture(autouse=True)
def _site():
    cache.clear()
    make_site()


@pytest.fixture
def address():
    return reverse("registration_link")


def asked(email=ADDRESS, **said):
    stamp = Stamp(timezone.now() - timedelta(minutes=1))
    return {"email": email, "stamp": stamp.token, **said}


def sent_links():
    """The mails with links that were asked for, as they would leave now."""
    mails = list(OutgoingMail.objects.filter(writer="write_links"))
    for mail in mails:
        outbox.write(mail, now=timezone.now())
    return mails


def held(meeting, **facts):
    return sign_up(meeting, **{"email": ADDRESS, "now": timezone.now(), **facts})


def test_one_mail_brings_the_links_of_all_that_is_held(client, address):
    first, _address = open_morning()
    second, _address = open_morning(start_date=in_days(60), capacity=0)
    registrations = [held(first), held(second)]

    client.post(address, asked("Samira@Essai.example "))

    (mail,) = sent_links()
    assert mail.to == ADDRESS
    assert mail.subject == "Les liens de vos inscriptions"
    found = re.findall(r"/inscriptions/(\S+)/", mail.text)
    assert [links.registration_of(token) for token in found] == registrations


def test_the_answer_is_the_same_for_a_known_and_an_unknown_address(client, address):
    held(open_morning()[0])

    known, unknown = (
        client.post(address, asked(email), follow=True)
        for email in (ADDRESS, "inconnue@essai.example")
    )

    assert known.redirect_chain == unknown.redirect_chain
    assert text_of(known) == text_of(unknown)
    assert "Si cette adresse est inscrite" in text_of(known)
    assert len(sent_links()) == 1


def test_what_is_over_or_given_back_has_no_link(client, address):
    seats.cancel(held(open_morning()[0]), now=timezone.now())
    held(open_morning(start_date=in_days(-3))[0], now=timezone.now() - timedelta(9))

    client.post(address, asked())

    assert sent_links() == []


def test_asking_again_at_once_sends_nothing_more():
    held(open_morning()[0])
    now = timezone.now().replace(minute=2)

    sent = [
        lost_links.send_again(ADDRESS, now=now + timedelta(minutes=minutes))
        for minutes in (0, 1, 30)
    ]

    assert [bool(mail) for mail in sent] == [True, False, True]


def test_nothing_is_sent_of_what_was_given_back_meanwhile(client, address):
    registration = held(open_morning()[0])
    client.post(address, asked())
    seats.cancel(registration, now=timezone.now())

    (mail,) = OutgoingMail.objects.filter(writer="write_links")

    assert not outbox.write(mail, now=timezone.now())


def test_the_mail_is_in_the_language_of_the_person(client, address):
    held(open_morning()[0], language="nl")

    client.post(address, asked())

    assert sent_links()[0].language == "nl"


@pytest.mark.parametrize("email", ["", "samira", "a" * 300 + "@essai.example", "\x00"])
def test_a_wrong_address_is_told_and_kept(client, address, email):
    answer = client.post(address, asked(email))

    assert answer.status_code == 200
    assert "Une réponse est à corriger" in text_of(answer)


@pytest.mark.parametrize("stamp", ["", "x", "é" * 900])
def test_a_form_that_is_not_ours_is_sent_again(client, address, stamp):
    held(open_morning()[0])

    answer = text_of(client.post(address, asked(stamp=stamp)))

    assert "Cette page est restée ouverte trop longtemps" in answer
    assert f'value="{ADDRESS}"' in answer
    assert sent_links() == []


def test_who_asks_again_and_again_copies_digits_then_waits(client, address, settings):
    settings.RATE_LIMITS = True

    answers = [client.post(address, asked()) for _time in range(31)]

    assert [answer.status_code for answer in answers[:5]] == [302] * 5
    assert "Recopiez ces quatre chiffres" in text_of(answers[5])
    assert answers[30].status_code == 429


def test_opening_the_page_writes_nothing_and_is_kept_by_nobody(client, address):
    held(open_morning()[0])

    for shown in (address, reverse("registration_link_sent")):
        answer = client.get(shown, asked())
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies
    assert sent_links() == []


@pytest.mark.parametrize("is_forged", [True, False])
def test_a_link_that_is_no_good_leads_there(client, address, is_forged):
    registration = held(open_morning()[0])
    token = "x" if is_forged else links.token(registration)
    Registration.objects.update(link_stamp=new_stamp())

    answer = client.get(reverse("registration", args=[token]))

    assert f'href="{address}"' in text_of(answer)


def test_the_form_of_a_meeting_leads_there(client, address):
    _meeting, form = open_morning()

    assert f'href="{address}"' in text_of(client.get(form))
