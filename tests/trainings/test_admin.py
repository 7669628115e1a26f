"""The team's screens: a need with its ranks, a training with its sessions."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from events.models import Meeting
from services.support import lessons
from tests.services.support_stories import make_outcome
from tests.trainings.stories import NOW, make_need, make_training
from trainings.lessons import NAME
from trainings.models import TrainingNeed

pytestmark = pytest.mark.django_db
THINGS = ["trainingneed", "training", "needsuggestion", "feedentry", "partnerfeed"]


@pytest.mark.parametrize("thing", THINGS)
def test_each_list_opens(admin_client, thing):
    make_need()
    make_training()

    answer = admin_client.get(reverse(f"wagtailsnippets_trainings_{thing}:list"))

    assert answer.status_code == 200


def test_needs_are_listed_by_rank_with_their_voices(admin_client):
    make_need("Le besoin")

    page = admin_client.get(reverse("wagtailsnippets_trainings_trainingneed:list"))

    assert "Le besoin" in page.content.decode()


@pytest.mark.parametrize("make", [make_need, make_training])
def test_a_record_opens_with_its_lines(admin_client, make):
    record = make()
    name = f"wagtailsnippets_trainings_{record._meta.model_name}:edit"

    assert admin_client.get(reverse(name, args=[record.pk])).status_code == 200


def test_a_new_session_is_a_meeting_of_the_kind_of_the_training(admin_client):
    training = make_training(kind="intervision", is_example=True)
    url = reverse("wagtailsnippets_trainings_training:new_session", args=[training.pk])

    assert admin_client.get(url).status_code == 200
    assert admin_client.post(url, {}).status_code == 200
    said = {"start_date": "2026-03-10", "start_time": "09:00", "mode": "in_person"}
    done = admin_client.post(url, said)

    meeting = Meeting.objects.get()
    assert done.status_code == 302
    assert (meeting.kind, meeting.is_example) == ("intervision", True)
    assert training.sessions.get().meeting == meeting


def test_a_difficulty_becomes_a_need_once_and_not_a_public_one():
    difficulty = make_outcome("difficulty", "Sentiment d’impuissance")

    for _time in range(2):
        lessons.teach(NAME, difficulty, by=None, now=NOW)

    need = TrainingNeed.objects.get()
    assert (need.title_fr, need.origin) == ("Sentiment d’impuissance", "support")
    assert not need.is_public


@pytest.mark.parametrize(
    ("role", "publishes"), [("Rédaction", False), ("Communication", True)]
)
def test_who_drafts_writes_needs_and_who_communicates_releases_them(
    starter, client, role, publishes
):
    user = get_user_model().objects.create_user("zoé")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    url = reverse("wagtailsnippets_trainings_trainingneed:add")

    page = client.get(url).content.decode()

    assert 'name="title_fr"' in page
    assert ('name="is_public"' in page) == publishes
