"""One search over everything the portal publishes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("search")

    def ready(self):
        from portal.core import edition, worker
        from search import keeping, merging, rebuilding

        keeping.listen()
        worker.every(minutes=1)(keeping.read_changes)
        worker.every(minutes=1)(merging.merge_fresh)
        worker.every(minutes=60)(rebuilding.renew_if_wasteful)
        edition.watch(self.get_model("Promotion"))
