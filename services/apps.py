"""Who helps whom: the needs a person may have, and the services that answer them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# What readers see of these makes a new edition.
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
)


class ServicesConfig(AppConfig):
    name = "services"
    verbose_name = _("services")

    def ready(self):
        from portal.core import edition, worker
        from services import forgetting

        worker.every(minutes=60)(forgetting.forget_pending_imports)
        for name in WATCHED:
            edition.watch(self.get_model(name))
