"""What the directory and the support teams do by themselves, from time to time."""

from portal.core import outbox, worker
from services import forgetting, kept_fresh, searching, treatments
from services.papers import ordering
from services.support import forgetting as support_forgetting
from services.support import notices, reminders
from services.support import treatments as support_treatments


def register():
    treatments.declare()
    support_treatments.declare()
    # What is due changes at midnight.
    worker.every(minutes=60)(forgetting.forget_pending_imports)
    worker.every(minutes=60)(support_forgetting.forget_requests)
    worker.every(minutes=24 * 60)(support_forgetting.forget_traces)
    worker.every(minutes=60)(reminders.remind_teams)
    # Somebody waits for it.
    worker.every(minutes=1 / 20)(ordering.draw_ordered)
    worker.every(minutes=60)(ordering.forget_drawn)
    worker.every(minutes=24 * 60)(searching.tell_aged)
    outbox.writer(notices.write_to_person)
    outbox.writer(notices.write_to_team)
    kept_fresh.register()
