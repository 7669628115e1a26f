from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock
from wagtail.fields import RichTextField, StreamField

from events import agenda, timeline
from events.blocks import BodyWithMeetings
from events.models.concertation import Concertation
from portal.core.blocks import ResourceBlock
from portal.core.models import BasePage
from portal.core.searchable import Field


class ConcertationIndexPage(BasePage):
    """The concertations of the network."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]

    body = StreamField(BodyWithMeetings(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("list of concertations")
        verbose_name_plural = _("lists of concertations")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["concertations"] = (
            ConcertationPage.objects.published()
            .child_of(self)
            .select_related("concertation__theme", "concertation__bassin")
        )
        context["beside"] = (
            self.get_children().live().public().not_type(ConcertationPage)
        )
        return context


class ConcertationPage(BasePage):
    """A theme worked on in a bassin: what for, with whom, its réunions and cycles."""

    concertation = models.ForeignKey(
        Concertation,
        on_delete=models.PROTECT,
        related_name="pages",
        verbose_name=_("concertation"),
    )
    purposes = StreamField(
        [("purpose", CharBlock(label=_("purpose"), max_length=200))],
        verbose_name=_("purposes"),
        blank=True,
    )
    audience = RichTextField(_("open to whom"), features=["bold", "link"], blank=True)
    body = StreamField(BodyWithMeetings(), verbose_name=_("text"), blank=True)
    documents = StreamField(
        [("resource", ResourceBlock())], verbose_name=_("documents"), blank=True
    )

    search_kind = "concertation"
    parent_page_types = ["events.ConcertationIndexPage"]
    subpage_types = ["events.ReportPage"]

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("concertation"),
        FieldPanel("purposes"),
        FieldPanel("audience"),
        FieldPanel("body"),
        FieldPanel("documents"),
    ]

    class Meta:
        verbose_name = _("concertation page")
        verbose_name_plural = _("concertation pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["timeline"] = timeline.of(self.concertation, timezone.now())
        context["feed"] = agenda.feed_of(self)
        context["actions"] = timeline.actions_of(self.concertation)
        return context

    def searched_parts(self):
        return [
            *super().searched_parts(),
            (Field.TERM, str(self.concertation.theme)),
            (Field.TERM, str(self.concertation.bassin)),
            (Field.TEXT, self.text_of("purposes")),
            (Field.TEXT, self.text_of("audience")),
            (Field.TEXT, self.text_of("body")),
        ]
