"""Who helps whom: the needs a person may have, and the services that answer them."""

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _

# What readers see of these makes a new edition; requests are no part of it.
WATCHED = (
    "Need",
    "Taxonomy",
    "Term",
    "Language",
    "Organisation",
    "OrganisationIdentifier",
    "Location",
    "Service",
    "ServiceAtLocation",
    "ServiceIdentifier",
    "Phone",
    "Schedule",
    "ScheduleException",
    "CostOption",
    "RequiredDocument",
    "TemporaryClosure",
    "Source",
    "Verification",
    "SupportTeam",
    "SupportKind",
    "SupportLevel",
    "SupportOutcome",
    "AideMemoireEdition",
    "TypeProfile",
)


class ServicesConfig(AppConfig):
    name = "services"
    verbose_name = _("services")

    def ready(self):
        from portal.core import edition, outbox, worker
        from services import forgetting as imports
        from services import kept_fresh, searching
        from services.papers import ordering
        from services.support import forgetting, notices, reminders, treatments

        worker.every(minutes=60)(imports.forget_pending_imports)
        treatments.declare()
        # What is due changes at midnight.
        worker.every(minutes=60)(forgetting.forget_requests)
        worker.every(minutes=24 * 60)(forgetting.forget_traces)
        worker.every(minutes=60)(reminders.remind_teams)
        outbox.writer(notices.write_to_person)
        outbox.writer(notices.write_to_team)
        # Somebody waits for it.
        worker.every(minutes=1 / 20)(ordering.draw_ordered)
        worker.every(minutes=60)(ordering.forget_drawn)
        searching.register(apps)
        worker.every(minutes=24 * 60)(searching.tell_aged)
        kept_fresh.register()
        for name in WATCHED:
            edition.watch(self.get_model(name))
