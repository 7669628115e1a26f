from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.models import BasePage
from services import directory


class DirectoryPage(BasePage):
    """The words above the directory; who may read it may read its services."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = []

    class Meta:
        verbose_name = _("directory")
        verbose_name_plural = _("directories")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["directory"] = directory.asked(request.GET, timezone.localdate())
        return context
