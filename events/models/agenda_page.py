from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from events import agenda
from portal.core.drawn_pages import for_anybody
from portal.core.forms import PageNumber
from portal.core.models import BasePage


class AgendaPage(RoutablePageMixin, BasePage):
    """What is to come, month by month, and what took place."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agendas")

    def serve(self, request, *args, **kwargs):
        return for_anybody(super().serve(request, *args, **kwargs))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["agenda"] = agenda.upcoming(request.GET, timezone.now())
        return context

    @path(pgettext_lazy("address", "past/"), name="past")
    def past(self, request):
        archive = agenda.archive(PageNumber(request.GET), timezone.now())
        context = {**super().get_context(request), "archive": archive}
        context["canonical"] = self.full_url + self.reverse_subpage("past")
        return TemplateResponse(request, "events/agenda_past.html", context)

    @property
    def past_url(self):
        return self.url + self.reverse_subpage("past")
