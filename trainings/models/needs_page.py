from django.utils.translation import gettext_lazy as _

from portal.core.models import BasePage


class TrainingNeedsPage(BasePage):
    """The words above the needs; who may read it may read each of them."""

    max_count_per_parent = 1
    parent_page_types = ["trainings.TrainingsPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("page of the training needs")
        verbose_name_plural = _("pages of the training needs")
