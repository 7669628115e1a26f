"""Editors ask what they need on the screen of the meeting, and break no promise."""

import pytest

from events.models import Question
from tests.events.asking import make_question, sign_up_for
from tests.events.people import NOW, make_morning
from tests.events.test_admin_meetings import edit_url, save
from tests.making import make_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site():
    make_site()


def choices_of(labels, question=0):
    prefix = f"questions-{question}-choices"
    rows = {
        f"{prefix}-TOTAL_FORMS": len(labels),
        f"{prefix}-INITIAL_FORMS": 0,
        f"{prefix}-MIN_NUM_FORMS": 0,
        f"{prefix}-MAX_NUM_FORMS": 1000,
    }
    for number, (label, capacity) in enumerate(labels.items()):
        rows[f"{prefix}-{number}-label_fr"] = label
        rows[f"{prefix}-{number}-capacity"] = capacity
        rows[f"{prefix}-{number}-ORDER"] = number + 1
    return rows


def question(labels, field_type="radio"):
    return {
        "questions-TOTAL_FORMS": 1,
        "questions-0-label_fr": "Atelier",
        "questions-0-field_type": field_type,
        "questions-0-ORDER": 1,
        **choices_of(labels),
    }


def said_by(answer):
    return answer.content.decode().replace("\u00a0", " ")


def test_a_question_and_its_choices_are_saved_with_the_facts(admin_client):
    meeting = make_morning()

    save(admin_client, meeting, **question({"Écoute": 12, "Deuil": ""}))

    asked = Question.objects.get(meeting=meeting)
    assert asked.label == "Atelier"
    assert list(asked.choices.values_list("label_fr", "capacity")) == [
        ("Écoute", 12),
        ("Deuil", None),
    ]


@pytest.mark.parametrize(
    ("labels", "field_type", "words"),
    [
        ({"Écoute": 1}, "radio", "Donnez au moins deux choix"),
        ({}, "checkboxes", "Donnez au moins deux choix"),
        ({"Écoute": 1, "Deuil": 2}, "number", "Ce genre de réponse n’a pas de choix"),
    ],
)
def test_choices_go_with_the_kind_of_answer(admin_client, labels, field_type, words):
    meeting = make_morning()

    answer = save(admin_client, meeting, **question(labels, field_type))

    assert words in said_by(answer)
    assert not Question.objects.exists()


def test_a_workshop_cannot_shrink_below_its_people(admin_client, told):
    workshop = make_question(make_morning(), choices={"Écoute": 5, "Deuil": None})
    for _person in range(2):
        sign_up_for(workshop, "Écoute", now=NOW)

    fewer = {"questions-0-choices-0-capacity": 1}
    answer = save(admin_client, workshop.meeting, **fewer)

    assert "« Écoute » : 2 personnes ont fait ce choix" in said_by(answer)
    assert workshop.choices.get(label_fr="Écoute").capacity == 5


def test_questions_stay_when_the_facts_are_saved_again(admin_client, told):
    workshop = make_question(make_morning(), choices={"Écoute": 5, "Deuil": None})
    registration = sign_up_for(workshop, "Écoute", now=NOW)

    answer = save(admin_client, workshop.meeting, capacity=9)

    assert answer.url == edit_url(workshop.meeting)
    assert Question.objects.get().key in registration.answers
    assert Question.objects.get().choices.count() == 2
