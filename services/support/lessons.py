"""What rooms above learn from a difficulty met: an observation, a training need.

They register how they take one; they are given the difficulty, a record of the list,
and who hands it on: nothing of the request in which it was met.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Learner:
    # The words of the button, e.g. « Make it an observation ».
    label: Promise
    learn: Callable


LEARNERS = {}


def learner(name, label):
    """Let ``function(difficulty, *, by, now)`` take difficulties under ``name``."""

    def register(function):
        LEARNERS[name] = Learner(label, function)
        return function

    return register


def teach(name, difficulty, *, by, now):
    """Hand ``difficulty`` to the room known as ``name``."""
    LEARNERS[name].learn(difficulty, by=by, now=now)
