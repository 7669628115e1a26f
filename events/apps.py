from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _

# What readers see of these makes a new edition.
WATCHED = (
    "Meeting",
    "Venue",
    "Concertation",
    "Cycle",
    "PartnerCalendar",
    "PartnerEntry",
    "Question",
    "Choice",
    "Presentation",
    "CollectiveAction",
    "Milestone",
    "Observation",
    "ObservationStep",
    "PollQuestion",
    "Sighting",
    "Impasse",
)


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("meetings and agenda")

    def ready(self):
        from events import (
            aftermath,
            changes,
            entries,
            forgetting,
            handouts,
            lost_links,
            marking,
            offers,
            presenting,
            receipts,
            reminders,
            searching,
            treatments,
        )
        from events.partners import rounds
        from portal.core import edition, outbox, worker
        from services import mentions
        from services.aide_memoire import occasions

        treatments.declare()
        worker.every(minutes=1)(changes.tell_changes)
        worker.every(minutes=10)(reminders.remind_meetings)
        worker.every(minutes=60)(aftermath.tell_reports)
        # What is due changes at midnight.
        worker.every(minutes=60)(forgetting.forget_registrations)
        worker.every(minutes=60)(forgetting.forget_attestations)
        worker.every(minutes=10)(receipts.forget_receipts)
        worker.every(minutes=1)(offers.expire_offers)
        worker.every(minutes=5)(offers.remind_offers)
        worker.every(minutes=60)(offers.fill_waiting)
        worker.every(minutes=1)(entries.write_stale)
        worker.every(minutes=5)(rounds.fetch_partners)
        worker.every(minutes=24 * 60)(rounds.forget_partners)
        marking.watch()
        mentions.teller(presenting.meetings_of)
        occasions.told_by(handouts.occasions_of)
        searching.register(self)
        outbox.writer(lost_links.write_links)
        for name in WATCHED:
            edition.watch(self.get_model(name))
        self._remember()

    def _remember(self):
        """What keeps what was heard and decided in step."""
        from events import harvest, lessons_learned, memory_search
        from events.reported_needs import forgetting, treatments
        from portal.core import worker

        treatments.declare()
        lessons_learned.register()
        harvest.watch()
        memory_search.register(apps)
        worker.every(minutes=60)(forgetting.forget_reported_needs)
