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
        from portal.core import edition
        from services import duties, searching

        duties.register()
        searching.register(apps)
        for name in WATCHED:
            edition.watch(self.get_model(name))
