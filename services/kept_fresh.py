"""What keeps the directory fresh by itself: questions, letters, and what is erased."""

from portal.core import outbox, worker
from services.confirming import asking, letters
from services.correcting import forgetting, treatments


def register():
    treatments.declare()
    worker.every(minutes=60)(asking.ask_confirmations)
    worker.every(minutes=24 * 60)(asking.forget_correspondents)
    worker.every(minutes=60)(forgetting.forget_corrections)
    outbox.writer(letters.write_confirmation)
