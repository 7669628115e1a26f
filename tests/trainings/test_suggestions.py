"""Anybody may suggest a need, naming nobody; the team decides, and answers once."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from portal.core.models import OutgoingMail
from tests.trainings.stories import NOW, make_need, open_doors
from trainings.models import NeedSuggestion, TrainingNeed
from trainings.suggesting import deciding, forgetting

pytestmark = pytest.mark.django_db
EMAIL = "ana@essai.example"
NAMING = "Mme Dupont, née le 12/03/1975, refuse tout soin."


@pytest.fixture
def editor():
    open_doors()
    return get_user_model().objects.create_superuser("anne", "a@e.example", "x")


def suggested(**facts):
    said = {"what": "Le deuil", "why": "", "email": EMAIL, "language": "fr"}
    return NeedSuggestion.objects.create(sent_at=NOW, **{**said, **facts})


def sent(client, **answers):
    url = reverse("suggestion")
    page = client.get(url).content.decode()
    stamp = re.search(r'name="stamp" value="([^"]+)"', page)[1]
    return client.post(url, {"stamp": stamp, "what": "Le deuil", **answers})


def letters():
    return OutgoingMail.objects.filter(to=EMAIL)


def test_a_suggestion_waits_and_is_nowhere_in_public(client, editor):
    answer = sent(client, why="Les équipes le demandent.", email=EMAIL)

    assert client.get(answer["Location"]).status_code == 200
    assert NeedSuggestion.objects.get().is_waiting
    assert "deuil" not in client.get(reverse("training_needs")).content.decode()
    assert not TrainingNeed.objects.exists()


@pytest.mark.parametrize("field", ["what", "why"])
def test_who_names_somebody_is_asked_to_say_it_otherwise(client, editor, field):
    answer = sent(client, **{field: NAMING})

    assert answer.status_code == 200
    assert "12/03/1975" in answer.content.decode()
    assert not NeedSuggestion.objects.exists()


def test_sent_again_it_goes_on_without_what_names_somebody(client, editor):
    shown = sent(client, why=NAMING).content.decode()
    found = re.search(r'name="seen" value="([^"]+)"', shown)[1]

    sent(client, why=NAMING, seen=found)

    assert "12/03/1975" not in NeedSuggestion.objects.get().why


@pytest.mark.parametrize("what", ["", " ", "\x00", "mot " * 500])
def test_what_is_no_suggestion_is_asked_for_again(client, editor, what):
    answer = sent(client, what=what)

    assert answer.status_code == 200
    assert b"errsum" in answer.content
    assert not NeedSuggestion.objects.exists()


def test_accepted_it_becomes_a_need_that_the_team_releases(editor):
    suggestion = suggested()

    need = deciding.accept(suggestion, title="Accompagner le deuil", by=editor, now=NOW)

    suggestion.refresh_from_db()
    assert (need.title_fr, need.origin, need.is_public) == (
        "Accompagner le deuil",
        "suggestion",
        False,
    )
    assert (suggestion.state, suggestion.need) == ("accepted", need)


@pytest.mark.parametrize("act", ["accept", "join", "refuse"])
def test_whoever_left_an_address_is_answered_once_and_it_is_erased(editor, act):
    suggestion, need = suggested(), make_need("Le deuil et la perte")
    by = {"by": editor, "now": NOW}
    acts = {
        "accept": lambda: deciding.accept(suggestion, title="Le deuil", **by),
        "join": lambda: deciding.join(suggestion, need, **by),
        "refuse": lambda: deciding.refuse(suggestion, **by),
    }
    acts[act]()

    with pytest.raises(deciding.UndecidableError):
        acts["refuse"]()

    assert letters().count() == 1
    assert NeedSuggestion.objects.get().email == ""


def test_without_an_address_nobody_is_written_to(editor):
    deciding.refuse(suggested(email=""), by=editor, now=NOW)

    assert not OutgoingMail.objects.exists()


def test_the_screen_of_the_team_decides(admin_client, editor):
    suggestion = suggested()
    url = reverse("wagtailsnippets_trainings_needsuggestion:edit", args=[suggestion.pk])

    assert "Le deuil" in admin_client.get(url).content.decode()
    refused = admin_client.post(url, {"decision": "accept", "title": ""})
    assert refused.status_code == 200
    done = admin_client.post(url, {"decision": "accept", "title": "Le deuil"})

    assert done.status_code == 302
    assert TrainingNeed.objects.get().title_fr == "Le deuil"


def test_old_addresses_and_old_decisions_go(editor):
    suggested()
    deciding.refuse(suggested(what="Autre"), by=editor, now=NOW)
    half_a_year, a_year = NOW + timedelta(days=200), NOW + timedelta(days=370)

    assert forgetting.forget_suggestions(now=NOW + timedelta(days=30)) == 0
    assert forgetting.forget_suggestions(now=half_a_year) == 1
    assert forgetting.forget_suggestions(now=a_year) == 1
    assert [one.email for one in NeedSuggestion.objects.all()] == [""]
