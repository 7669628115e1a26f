"""Anybody may report a need, naming nobody; the team decides what becomes of it."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from events.models import Observation, ReportedNeed
from events.reported_needs import deciding, forgetting
from portal.core.models import OutgoingMail
from tests.making import brussels, make_site

pytestmark = pytest.mark.django_db
NOW = brussels(2026, 11, 30, 10)
WORDS = "Les familles ne trouvent pas de place."
URL = "/fr/signaler-un-besoin/"


@pytest.fixture(autouse=True)
def site():
    make_site()


@pytest.fixture
def editor():
    return get_user_model().objects.create_superuser("anne", "a@e.example", "x")


@pytest.fixture
def reported():
    return ReportedNeed.objects.create(
        words=WORDS, email="qui@essai.example", sent_at=NOW
    )


def sent(client, stamp=None, **answers):
    page = client.get(URL).content.decode()
    stamp = stamp or re.search(r'name="stamp" value="([^"]+)"', page)[1]
    said = {"kind": "need", "words": WORDS, "stamp": stamp, **answers}
    return client.post(URL, said), stamp


def test_what_is_reported_waits_for_the_team_and_is_not_public(client):
    answer, _stamp = sent(client)

    assert answer.status_code == 302
    assert ReportedNeed.objects.waiting().get().words == WORDS
    assert not Observation.objects.exists()


def test_the_same_form_sent_twice_reports_once(client):
    _answer, stamp = sent(client)
    answer, _stamp = sent(client, stamp)

    assert answer.status_code == 302
    assert ReportedNeed.objects.count() == 1


def test_a_person_named_is_pointed_out_and_nothing_is_kept(client):
    named = "Madame Dupont, née le 3/03/1962, ne trouve rien."

    answer, _stamp = sent(client, words=named)

    assert "Dupont" in answer.content.decode()
    assert not ReportedNeed.objects.exists()


def test_sent_again_as_it_is_it_goes_on_without_the_name(client):
    named = "Madame Dupont ne trouve rien."
    answer, stamp = sent(client, words=named)
    seen = re.search(r'name="seen" value="([^"]+)"', answer.content.decode())[1]

    sent(client, stamp, words=named, seen=seen)

    assert "Dupont" not in ReportedNeed.objects.get().words


@pytest.mark.parametrize("words", ["", " ", "x" * 700, "a\x00b"])
def test_bad_words_have_an_answer_and_keep_what_was_typed(client, words):
    answer, _stamp = sent(client, words=words)

    assert answer.status_code in {200, 400}
    assert not ReportedNeed.objects.exists()


def test_accepted_it_is_an_observation_in_the_words_of_the_team(reported, editor):
    deciding.accept(
        reported, sentence="Pas de place.", is_public=True, by=editor, now=NOW
    )

    observation = Observation.objects.public().get()
    assert (observation.sentence_fr, observation.origin) == ("Pas de place.", "reader")
    assert ReportedNeed.objects.get().observation == observation


def test_whoever_left_an_address_is_told_once_and_forgotten(reported, editor):
    deciding.refuse(reported, why="Déjà traité.", by=editor, now=NOW)
    with pytest.raises(deciding.AlreadyDecidedError):
        deciding.refuse(reported, why="", by=editor, now=NOW)

    mail = OutgoingMail.objects.get()
    assert mail.to == "qui@essai.example"
    assert WORDS not in mail.text
    assert ReportedNeed.objects.get().email == ""


def test_words_go_three_months_after_the_decision(reported, editor):
    deciding.refuse(reported, why="", by=editor, now=NOW)

    assert forgetting.forget_reported_needs(now=brussels(2027, 2, 28)) == 0
    assert forgetting.forget_reported_needs(now=brussels(2027, 3, 1)) == 1
    assert ReportedNeed.objects.get().words == ""


def test_an_address_nobody_decided_on_goes_after_six_months(reported):
    forgetting.forget_reported_needs(now=brussels(2027, 5, 30))

    kept = ReportedNeed.objects.get()
    assert (kept.email, kept.words) == ("", WORDS)


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"decision": "new", "sentence": "Pas de place."}, "accepted"),
        ({"decision": "refused"}, "refused"),
        ({"decision": "new"}, "waiting"),
        ({"decision": "known"}, "waiting"),
    ],
)
def test_the_team_decides_in_the_admin(admin_client, reported, answers, state):
    url = reverse("wagtailsnippets_events_reportedneed:edit", args=[reported.pk])

    admin_client.post(url, answers)

    assert ReportedNeed.objects.get().state == state


def test_the_list_leads_to_the_decision(admin_client, reported):
    here = reverse("wagtailsnippets_events_reportedneed:edit", args=[reported.pk])

    listed = admin_client.get(reverse("wagtailsnippets_events_reportedneed:list"))

    assert f'href="{here}' in listed.content.decode()
