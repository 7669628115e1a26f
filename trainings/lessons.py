"""A difficulty met by a support team, as a training need: once, and not public."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from trainings.models import TrainingNeed

NAME, LABEL = "training-need", _("Make it a training need")


def learn(difficulty, *, by, now):
    """The need made of ``difficulty``, or the one made of it before.

    Its words are those of the list, never those of a request; the team releases it.
    """
    titles = {
        f"title_{code}": getattr(difficulty, f"name_{code}")
        for code, _name in settings.LANGUAGES
    }
    need, _is_new = TrainingNeed.objects.get_or_create(
        difficulty=difficulty,
        defaults={
            **titles,
            "origin": TrainingNeed.Origin.SUPPORT,
            "created_at": now,
        },
    )
    return need
