"""Choices with places of their own, as the workshops of a morning.

A place in a workshop is held by whoever holds a seat and chose it. Who waits for a seat
only wishes: when a seat comes for them and the workshop is full, they have the seat,
their wish is taken away, and they are told to choose again.

All of this is asked while the meeting is locked (``events.ledger``), so a workshop
never has more people than places.
"""

from collections import Counter

from events.models import Choice
from events.models.question import CHOOSING
from events.refusals import ChoiceFullError, ChoicePromisedError


def taken(meeting):
    """How many hold each choice, by the keys of its question and its own."""
    holding = meeting.registrations.holding()
    kept = holding.exclude(answers={}).values_list("answers", flat=True)
    return Counter(pair for answers in kept for pair in chosen_in(answers))


def full(meeting):
    """The choices nobody else can make, as pairs of keys."""
    limited = list(_limited(meeting))
    counts = taken(meeting) if limited else {}
    return {
        _pair(choice) for choice in limited if counts[_pair(choice)] >= choice.capacity
    }


def all_full(question, full):
    """True when nobody else can answer ``question``."""
    own = {(question.key, choice.key) for choice in question.choices.all()}
    return question.has_choices and own <= full


def refuse_full(meeting, answers, *, before=None):
    """ChoiceFullError when somebody with a seat could not have what they choose.

    ``before`` are the answers they had with that seat: what they hold stays theirs.
    """
    gone = _gone(meeting, answers) - set(chosen_in(before or {}))
    if gone:
        raise ChoiceFullError({question for question, _choice in gone})


def release_full(registration):
    """Take away the choices that are full from somebody who is being given a seat."""
    gone = _gone(registration.meeting, registration.answers)
    for question in {question for question, _choice in gone}:
        answer = registration.answers[question]
        lost = {"type": "", "said": "", "value": "", "lost": answer["said"]}
        registration.answers[question] = {**answer, **lost}


def refuse_broken_promises(meeting):
    """ChoicePromisedError when a choice has fewer places than people."""
    counts = None
    for choice in _limited(meeting):
        counts = taken(meeting) if counts is None else counts
        # Zero only closes a choice: whoever made it keeps it.
        if 0 < choice.capacity < counts[_pair(choice)]:
            raise ChoicePromisedError(choice.label, counts[_pair(choice)])


def _gone(meeting, answers):
    chosen = set(chosen_in(answers))
    return chosen & full(meeting) if chosen else set()


def chosen_in(answers):
    """The choices somebody made, as pairs of keys."""
    for question, answer in answers.items():
        if answer["type"] in CHOOSING:
            value = answer["value"]
            for choice in [value] if isinstance(value, str) else value:
                yield question, choice


def _limited(meeting):
    choices = Choice.objects.filter(question__meeting=meeting, capacity__isnull=False)
    return choices.filter(question__field_type__in=CHOOSING).select_related("question")


def _pair(choice):
    return choice.question.key, choice.key
