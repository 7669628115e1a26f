from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField

from events.blocks import BodyWithMeetings
from home.synthesis import coverage, gathering
from home.synthesis.gathering import Scope
from portal.core.models import BasePage, Bassin, Theme
from portal.core.searchable import Field


class SynthesisPage(BasePage):
    """The yearly report of a theme: its figures are counted, its prose is written."""

    first_day = models.DateField(_("from"))
    last_day = models.DateField(_("to"))
    theme = models.ForeignKey(
        Theme,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("theme"),
        null=True,
        blank=True,
    )
    bassins = ParentalManyToManyField(
        Bassin, related_name="+", verbose_name=_("bassins"), blank=True
    )
    body = StreamField(BodyWithMeetings(), verbose_name=_("text"), blank=True)

    search_kind = "report"
    parent_page_types = ["events.ConcertationIndexPage"]
    subpage_types = []

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldPanel("theme"),
        FieldPanel("bassins"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("synthesis")
        verbose_name_plural = _("syntheses")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="home_synthesis_ends_after_its_start",
                violation_error_message=_("The end is before the start."),
            )
        ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        found = gathering.gather(self.scope, timezone.now())
        context["synthesis"] = found
        context["coverage"] = coverage.of(found)
        return context

    @property
    def scope(self):
        bassins = tuple(self.bassins.all())
        return Scope(self.first_day, self.last_day, self.theme, bassins)

    def searched_parts(self):
        return [*super().searched_parts(), (Field.TEXT, self.text_of("body"))]

    def searched_date(self):
        return self.last_day
