"""What the room of trainings does by itself, from time to time."""

from portal.core import outbox, worker
from services.support import lessons as support
from trainings import lessons, treatments
from trainings.partners import rounds
from trainings.suggesting import forgetting as suggestions
from trainings.voices import forgetting as voices
from trainings.voices import telling


def register():
    treatments.declare()
    support.learner(lessons.NAME, lessons.LABEL)(lessons.learn)
    worker.every(minutes=10)(telling.tell_sessions)
    # What is due changes at midnight.
    worker.every(minutes=60)(voices.forget_voices)
    worker.every(minutes=60)(suggestions.forget_suggestions)
    worker.every(minutes=15)(rounds.fetch_feeds)
    outbox.writer(telling.write_session_news)
