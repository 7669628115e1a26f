from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.models import BasePage
from trainings import board, sitemap
from trainings.models.training_need import TrainingNeed


class TrainingNeedsPage(BasePage):
    """The words above the needs; who may read it may read each of them."""

    max_count_per_parent = 1
    parent_page_types = ["trainings.TrainingsPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("page of the training needs")
        verbose_name_plural = _("pages of the training needs")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["rows"] = board.rows(timezone.now())
        return context

    def get_sitemap_urls(self, request=None):
        found = TrainingNeed.objects.public()
        records = sitemap.entries(self, "training_need", found, changed="created_at")
        return [*super().get_sitemap_urls(request), *records]
