"""What the network learns from the difficulties that support teams meet.

A team hands on a difficulty of its list, never anything of a request. It becomes an
observation that the team of the network still has to show, once for each difficulty;
or one more impasse in the register.
"""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from events import impasses
from events.models import Observation
from services.support import lessons


def register():
    lessons.learner("observation", _("Make it an observation"))(observe)
    lessons.learner("impasse", _("Add it to the register of impasses"))(add_impasse)


def observe(difficulty, *, by, now):
    """The observation that says what ``difficulty`` says, in all its languages."""
    codes = [code for code, _name in settings.LANGUAGES]
    said = {f"sentence_{code}": getattr(difficulty, f"name_{code}") for code in codes}
    return Observation.objects.get_or_create(
        difficulty=difficulty,
        defaults={
            **said,
            "kind": Observation.Kind.DIFFICULTY,
            "origin": Observation.Origin.SUPPORT,
            "noted_at": now,
        },
    )[0]


def add_impasse(difficulty, *, by, now):
    return impasses.note(difficulty, now=now)
