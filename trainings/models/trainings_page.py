from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from portal.core.blocks import ResourceBlock
from portal.core.models import BasePage
from trainings import catalogue, sitemap
from trainings.models.needs_page import TrainingNeedsPage
from trainings.models.training import Training


class TrainingsPage(BasePage):
    """The words around the catalogue; who may read it may read its trainings."""

    resources = StreamField(
        [("resource", ResourceBlock())], verbose_name=_("to go further"), blank=True
    )

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["trainings.TrainingNeedsPage"]

    content_panels = [*BasePage.content_panels, FieldPanel("resources")]

    class Meta:
        verbose_name = _("catalogue of trainings")
        verbose_name_plural = _("catalogues of trainings")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        context["catalogue"] = catalogue.asked(request.GET, now)
        context["needs_page"] = TrainingNeedsPage.objects.published().first()
        return context

    def get_sitemap_urls(self, request=None):
        found = Training.objects.public()
        records = sitemap.entries(self, "training", found, changed="updated_at")
        return [*super().get_sitemap_urls(request), *records]
