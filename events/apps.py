from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("meetings and agenda")

    def ready(self):
        from events import offers
        from portal.core import edition, worker

        worker.every(minutes=1)(offers.expire_offers)
        worker.every(minutes=5)(offers.remind_offers)
        worker.every(minutes=60)(offers.fill_waiting)
        for name in ("Meeting", "Venue", "Concertation", "Cycle"):
            edition.watch(self.get_model(name))
