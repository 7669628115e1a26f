from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("meetings and agenda")

    def ready(self):
        from portal.core import edition

        for name in ("Meeting", "Venue", "Concertation", "Cycle"):
            edition.watch(self.get_model(name))
