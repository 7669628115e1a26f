"""One search over everything the portal publishes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("search")

    def ready(self):
        from portal.core import edition, worker
        from search import counting, engine, keeping, merging, rebuilding, treatments
        from search.documents import offering, texts

        keeping.listen()
        offering.register()
        treatments.declare()
        worker.every(minutes=1)(texts.read_documents)
        worker.every(minutes=1)(keeping.read_changes)
        worker.every(minutes=1)(merging.merge_fresh)
        worker.every(minutes=1)(engine.send_merged)
        worker.every(minutes=60)(rebuilding.renew_if_wasteful)
        worker.every(minutes=24 * 60)(counting.forget_old)
        edition.watch(self.get_model("Promotion"))
