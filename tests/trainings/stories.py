"""Needs, trainings and their sessions, for the tests of the room."""

from datetime import timedelta
from uuid import uuid4

from tests.making import announce, brussels, make_meeting, make_site
from trainings.models import (
    NeedRank,
    Training,
    TrainingNeed,
    TrainingNeedsPage,
    TrainingSession,
    TrainingsPage,
)
from trainings.voices import saying

NOW = brussels(2026, 1, 12, 10)


def open_doors():
    """A site with the catalogue and the needs, public."""
    home = make_site()
    catalogue = TrainingsPage(title="Formations", slug="formations")
    home.add_child(instance=catalogue)
    needs = TrainingNeedsPage(title="Besoins de formation", slug="besoins")
    catalogue.add_child(instance=needs)
    return home


def make_need(title="Un besoin", **facts):
    facts = {"is_public": True, **facts}
    return TrainingNeed.objects.create(title_fr=title, **facts)


def rank(need, meeting, number, votes=None):
    return NeedRank.objects.create(need=need, meeting=meeting, rank=number, votes=votes)


def make_training(title="Une formation", *, needs=(), themes=(), **facts):
    training = Training(title_fr=title, **{"is_public": True, **facts})
    training.full_clean(exclude=["slug"])
    training.save()
    training.needs.set(needs)
    training.themes.set(themes)
    training.save()
    return training


def make_session(training, *, is_announced=True, **facts):
    facts = {"kind": "formation", **facts}
    meeting = make_meeting(**facts)
    if is_announced:
        announce(meeting, title=f"Séance de {training.title_fr}")
    return TrainingSession.objects.create(training=training, meeting=meeting)


def speak(need, email="ana@essai.example", *, wants_news=True, confirms=True, now=NOW):
    """Somebody's « moi aussi », confirmed unless told otherwise."""
    voice = saying.say(
        need,
        email=email,
        language="fr",
        wants_news=wants_news,
        number=uuid4(),
        now=now - timedelta(hours=1),
    )
    if confirms:
        saying.confirm(voice, now=now)
    return voice
