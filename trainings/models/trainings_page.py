from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from portal.core.blocks import ResourceBlock
from portal.core.models import BasePage


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
