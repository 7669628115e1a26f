from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events import following
from portal.core.models import BasePage


class ActionsPage(BasePage):
    """What the network decided to do together, and how far each of it is."""

    max_count_per_parent = 1
    parent_page_types = ["events.ConcertationIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("list of actions")
        verbose_name_plural = _("lists of actions")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["board"] = following.board(timezone.now())
        return context
