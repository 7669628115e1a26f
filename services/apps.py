from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ServicesConfig(AppConfig):
    name = "services"
    verbose_name = _("services")

    def ready(self):
        from portal.core import edition

        edition.watch(self.get_model("Need"))
