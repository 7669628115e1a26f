from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# What pages show, or may be read by, beside their own words.
SHOWN_OF_WAGTAIL = (
    "wagtailcore.Collection",
    "wagtailcore.CollectionViewRestriction",
    "wagtailcore.Locale",
    "wagtailcore.PageViewRestriction",
    "wagtailcore.Site",
    "wagtaildocs.Document",
    "wagtailimages.Image",
    "wagtailredirects.Redirect",
)


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    verbose_name = _("common ground")

    def ready(self):
        from portal.core import (
            edition,
            outbox,
            publishing,
            searched_pages,
            treatments,
            worker,
        )

        treatments.declare()
        worker.every(minutes=1)(publishing.publish_planned)
        worker.every(minutes=24 * 60)(outbox.forget_old)
        edition.watch_pages()
        searched_pages.register()
        for name in ("Theme", "Bassin", "Commune", "SiteSettings", "Synonyms"):
            edition.watch(self.get_model(name))
        for label in SHOWN_OF_WAGTAIL:
            edition.watch(self.apps.get_model(label))
