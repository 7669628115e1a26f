"""Meetings that ask something of those who register, for the tests."""

from events import questions, seats
from events.models import Choice, Question, Registration
from tests.events.people import NOW, make_person


def make_question(meeting, *, choices=(), **facts):
    """A question; ``choices`` by their places, as ``{"Écoute": 2, "Deuil": None}``."""
    facts.setdefault("label_fr", "Atelier")
    facts.setdefault("field_type", "radio" if choices else "singleline")
    rank = meeting.questions.count()
    question = Question.objects.create(meeting=meeting, sort_order=rank, **facts)
    for place, (label, capacity) in enumerate(dict(choices).items()):
        Choice.objects.create(
            question=question, label_fr=label, capacity=capacity, sort_order=place
        )
    return question


def key_of(question, label):
    return question.choices.get(label_fr=label).key


def choosing(question, *labels):
    """The answer of somebody who chose these, as a registration keeps it."""
    keys = [key_of(question, label) for label in labels]
    several = question.field_type == "checkboxes"
    return {question.key: questions.entry(question, keys if several else keys[0])}


def sign_up_for(question, label, *, now=NOW, **facts):
    """The registration of somebody new who chose ``label``."""
    person = make_person(answers=choosing(question, label), **facts)
    return seats.register(question.meeting, person=person, now=now).registration


def said_of(registration):
    """What somebody has answered by now, by its question."""
    return dict(questions.answered(Registration.objects.get(pk=registration.pk)))
