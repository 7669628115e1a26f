"""What a meeting asks beside who people are, and what they answered.

An answer is kept in ``Registration.answers`` under the key of its question, with what
was asked and said in the language of the team, so that it can be read and exported even
after the question was reworded, changed or removed:

    {"<key>": {"type": "radio", "asked": "Atelier", "said": "Écoute", "value": "<key>"}}

A question that was put to somebody has an entry, an empty one when it was left blank.
So the questions without one are those still to be put: to a colleague, to who signed up
for several mornings at once, to who registered before the question existed, and to who
lost the choice they had made while they waited.
"""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from events import choices
from events.models import Question


def asked_by(meeting):
    """The questions of a meeting in their order, in two queries, asked for once."""
    known = meeting.__dict__
    if "_asked" not in known:
        questions = Question.objects.filter(meeting=meeting.pk)
        known["_asked"] = list(questions.prefetch_related("choices"))
    return known["_asked"]


def entry(question, value):
    """What is kept of an answer; ``value`` is text, a truth, or keys of choices."""
    with translation.override(settings.LANGUAGE_CODE):
        return {
            "type": question.field_type,
            "asked": question.label,
            "said": question.words_of(value),
            "value": value,
        }


def columns(meeting):
    """Each question by its key: those of today, then those since removed.

    What somebody answered to each is ``said_by`` them; asking for one row after the
    other costs no query, as long as their ``meeting`` is this very one.
    """
    names = {question.key: question.label for question in asked_by(meeting)}
    for answers in meeting.registrations.values_list("answers", flat=True):
        for key, answer in answers.items():
            names.setdefault(key, answer["asked"])
    return names


def said_by(registration):
    """The words somebody answered to each question, by its key."""
    questions = {question.key: question for question in asked_by(registration.meeting)}
    return {
        key: _words(questions.get(key), answer)
        for key, answer in registration.answers.items()
    }


def answered(registration):
    """Each question with the words somebody answered; nothing for those left blank."""
    said = said_by(registration)
    labels = {
        question.key: question.label for question in asked_by(registration.meeting)
    }
    for key, answer in registration.answers.items():
        labels.setdefault(key, answer["asked"])
    return [(label, said[key]) for key, label in labels.items() if said.get(key)]


def unanswered(registration):
    """The words of each question still to be put to somebody, or put again.

    What nobody can choose any more is left out, unless they had chosen it.
    """
    missing = [
        question
        for question in asked_by(registration.meeting)
        if not is_answered(question, registration.answers)
    ]
    full = choices.full(registration.meeting) if missing else set()
    asked = [(question, _lost(question, registration)) for question in missing]
    return [
        _asked_again(question, lost) if lost else question.label
        for question, lost in asked
        if lost or not choices.all_full(question, full)
    ]


def is_answered(question, answers):
    """Whether it was put as it is now; another kind of answer is another question."""
    return answers.get(question.key, {}).get("type") == question.field_type


def put_by(meeting, answers):
    """Those of ``answers`` that are to questions of this very meeting."""
    if not answers:
        return {}
    own = {question.key for question in asked_by(meeting)}
    return {key: answer for key, answer in answers.items() if key in own}


def _lost(question, registration):
    """What somebody had chosen, and lost since it became full."""
    return registration.answers.get(question.key, {}).get("lost", "")


def _asked_again(question, lost):
    return _("%(question)s (“%(choice)s” has become full: choose again)") % {
        "question": question.label,
        "choice": lost,
    }


def _words(question, answer):
    if question and question.field_type == answer["type"]:
        return question.words_of(answer["value"]) or answer["said"]
    return answer["said"]
