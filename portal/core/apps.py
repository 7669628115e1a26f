from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    verbose_name = _("common ground")

    def ready(self):
        from portal.core import edition, outbox, publishing, worker

        worker.every(minutes=1)(publishing.publish_planned)
        worker.every(minutes=24 * 60)(outbox.forget_old)
        edition.watch_pages()
        for name in ("Theme", "Bassin", "Commune", "SiteSettings"):
            edition.watch(self.get_model(name))
