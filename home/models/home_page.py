from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from events import agenda, reports
from events.models import AgendaPage
from home.blocks import InvitationBlock
from portal.core.models import BasePage
from services import needs
from trainings import first_needs

LINES = 3


class HomePage(BasePage):
    """The front door: the next meeting, the needs, the agenda, the latest report."""

    parent_page_types = ["wagtailcore.Page"]
    max_count_per_parent = 4  # one per language

    panels_below = StreamField(
        [("invitation", InvitationBlock())],
        verbose_name=_("panels below the agenda"),
        blank=True,
    )

    content_panels = [*BasePage.content_panels, FieldPanel("panels_below")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        context["agenda_page"] = AgendaPage.objects.published().child_of(self).first()
        context["lines"] = agenda.next_lines(now, LINES)
        context["latest_report"] = reports.latest(now)
        context["entrances"] = needs.entrances()
        context["first_needs"] = first_needs.of(now, LINES)
        context["needs"] = [] if context["entrances"] else reports.by_need(now)
        context["needs_have_meetings"] = any(line for _need, line in context["needs"])
        return context
