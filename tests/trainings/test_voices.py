"""« Moi aussi »: counted once per address and confirmed, told to nobody, taken back."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from portal.core import edition, form_stamp
from portal.core.models import OutgoingMail
from tests.trainings.stories import (
    NOW,
    make_need,
    make_session,
    make_training,
    open_doors,
    speak,
)
from trainings.models import NeedVoice, TrainingNeed
from trainings.voices import forgetting, links, saying, telling, views
from trainings.voices.forgetting import MONTHS

pytestmark = pytest.mark.django_db
EMAIL = "ana@essai.example"


@pytest.fixture
def need():
    open_doors()
    return make_need()


def counted(need):
    return TrainingNeed.objects.with_voices().get(pk=need.pk).voices


def sent(client, need, **answers):
    """The answer to the form sent, and the stamp it was sent with."""
    url = reverse("voice_form", args=[need.slug])
    page = client.get(url).content.decode()
    stamp = re.search(r'name="stamp" value="([^"]+)"', page)[1]
    return client.post(url, {"stamp": stamp, "email": EMAIL, **answers}), stamp


def link_in(mail):
    return re.search(r"http://\S+/formations/\S+", mail.text)[0]


def test_a_voice_counts_once_its_link_is_confirmed_by_a_button(client, need):
    sent(client, need, wants_news="on")
    link = link_in(OutgoingMail.objects.get())
    before = edition.current().number

    assert client.get(link).status_code == 200
    assert counted(need) == 0, "a program that follows links says nothing"
    assert edition.current().number == before
    assert client.post(link).status_code == 302

    assert counted(need) == 1
    assert edition.current().number > before
    assert NeedVoice.objects.get().wants_news


def test_the_same_form_twice_writes_once(client, need):
    first, stamp = sent(client, need)
    url = reverse("voice_form", args=[need.slug])

    again = client.post(url, {"stamp": stamp, "email": EMAIL})

    assert again["Location"] == first["Location"]
    assert NeedVoice.objects.count() == OutgoingMail.objects.count() == 1


def test_a_second_try_says_nothing_on_screen_and_sends_the_link_again(client, need):
    unknown, _stamp = sent(client, need, email="autre@essai.example")
    sent(client, need)
    saying.confirm(NeedVoice.objects.get(email=EMAIL), now=NOW)

    known, _stamp = sent(client, need, email=EMAIL.upper())

    assert known.status_code == unknown.status_code
    assert known["Location"] == unknown["Location"]
    assert counted(need) == 1
    mails = OutgoingMail.objects.filter(to=EMAIL).order_by("pk")
    assert link_in(mails[0]).endswith("/confirmer/")
    assert link_in(mails[1]).endswith("/gerer/")


def test_somebody_else_changes_nothing_of_a_confirmed_voice(client, need):
    voice = speak(need, wants_news=False)

    sent(client, need, wants_news="on")

    voice.refresh_from_db()
    assert not voice.wants_news


def test_the_database_holds_one_voice_per_address_in_any_case(need):
    speak(need)

    with pytest.raises(IntegrityError), transaction.atomic():
        NeedVoice.objects.create(need=need, email=EMAIL.upper(), created_at=NOW)


@pytest.mark.parametrize("route", ["voice_confirmation", "voice"])
def test_a_link_that_was_altered_leads_nowhere(client, need, route):
    voice = speak(need)
    good = {"voice_confirmation": links.to_confirm, "voice": links.own}[route](voice)

    for bad in (f"{good}x", good[:-1], "n’importe\x00quoi", good.replace(":", ";")):
        address = reverse(route, args=[bad])
        assert client.get(address).status_code in {400, 404}
        assert client.post(address, {"act": "erase"}).status_code in {400, 404}
    assert counted(need) == 1


def test_a_link_of_one_purpose_does_not_serve_the_other(client, need):
    voice = speak(need, confirms=False)

    address = reverse("voice", args=[links.to_confirm(voice)])

    assert client.post(address, {"act": "erase"}).status_code == 404
    assert NeedVoice.objects.count() == 1


def test_whoever_holds_the_link_takes_the_voice_back_by_a_button(client, need):
    address = reverse("voice", args=[links.own(speak(need))])

    assert client.get(address).status_code == 200
    assert counted(need) == 1
    assert client.post(address, {"act": "withdraw"}).status_code == 302

    assert counted(need) == 0
    assert not OutgoingMail.objects.exclude(text="").exists()
    assert client.get(address).status_code == 410


def test_erasing_takes_all_that_the_address_said(client, need):
    other = make_need("Un autre besoin")
    voice = speak(need)
    speak(other)
    speak(other, "ben@essai.example")

    client.post(reverse("voice", args=[links.own(voice)]), {"act": "erase"})

    assert [voice.email for voice in NeedVoice.objects.all()] == ["ben@essai.example"]
    assert not OutgoingMail.objects.filter(to=EMAIL).exists()


def test_news_stop_for_all_needs_and_the_voices_stay(client, need):
    voice = speak(need)
    speak(make_need("Un autre besoin"))

    client.post(reverse("voice", args=[links.own(voice)]), {"act": "hear-nothing"})

    assert not NeedVoice.objects.to_tell().exists()
    assert counted(need) == 1


@pytest.mark.parametrize("act", ["", "rien", "\x00", "😀" * 50])
def test_an_act_nobody_knows_does_nothing(client, need, act):
    address = reverse("voice", args=[links.own(speak(need))])

    assert client.post(address, {"act": act}).status_code == 200
    assert counted(need) == 1


def test_what_was_not_confirmed_is_erased_after_seven_days(need):
    voice = speak(need, confirms=False)
    kept = speak(need, "ben@essai.example")
    week = voice.created_at + timedelta(days=7)

    assert forgetting.forget_voices(now=week - timedelta(seconds=1)) == 0
    assert forgetting.forget_voices(now=week) == 1
    assert list(NeedVoice.objects.all()) == [kept]


def test_an_old_voice_stays_as_a_number_without_an_address(need):
    speak(need)
    later = NOW + timedelta(days=31 * MONTHS)

    assert forgetting.forget_voices(now=later) == 1
    assert forgetting.forget_voices(now=later) == 0

    assert counted(need) == 1
    assert not NeedVoice.objects.exclude(email="").exists()


def test_a_link_to_confirm_holds_for_a_week(client, need, monkeypatch):
    address = reverse("voice_confirmation", args=[links.to_confirm(speak(need))])
    monkeypatch.setattr(links, "CONFIRMED_WITHIN", timedelta(seconds=-1))

    assert client.post(address).status_code == 410


NO_ADDRESSES = ["", "ana", "a@b", "ana@essai.example\nbcc:x", "é" * 300, "\x00@a.be"]


@pytest.mark.parametrize("email", NO_ADDRESSES)
def test_no_mail_goes_to_what_is_no_address(client, need, email):
    answer, _stamp = sent(client, need, email=email)

    assert answer.status_code == 200
    assert b"errsum" in answer.content
    assert not OutgoingMail.objects.exists()


def test_one_address_is_not_flooded(client, need, settings):
    settings.RATE_LIMITS = True
    address = reverse("voice_form", args=[need.slug])
    for _time in range(8):
        stamp = form_stamp.Stamp(timezone.now() - timedelta(minutes=1))
        answers = {"stamp": stamp.token, "email": EMAIL, "digits": stamp.digits}
        answer = client.post(address, answers)

    assert answer.status_code == 429
    assert OutgoingMail.objects.count() == views.MAILS_AFTER


def test_nobody_is_named_where_voices_are_counted(client, need):
    speak(need)
    NeedVoice.objects.update(confirmed_at=timezone.now())

    for address in ("training_needs", "trainings"):
        assert EMAIL not in client.get(reverse(address)).content.decode()
    page = client.get(reverse("training_need", args=[need.slug])).content.decode()
    assert EMAIL not in page
    assert "1 voix" in page


def test_the_key_of_a_mail_names_nobody(need):
    speak(need)
    make_session(make_training(needs=[need]))
    telling.tell_sessions(now=NOW)

    assert OutgoingMail.objects.count() == 2
    assert not OutgoingMail.objects.filter(key__contains="essai").exists()
