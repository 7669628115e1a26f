from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from events import heard_before, searching, timeline
from events.blocks import ReportSections
from events.models.meeting import Meeting
from events.models.meeting_words import MeetingWords
from portal.core.blocks import ResourceBlock
from portal.core.searchable import Field


class ReportPage(MeetingWords):
    """What a meeting leaves behind: figures, needs heard, findings, actions, dates."""

    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        related_name="report_pages",
        verbose_name=_("meeting"),
        help_text=_("Date, place, attendance and theme come from it."),
    )
    context = RichTextField(_("context"), blank=True)
    documents = StreamField(
        [("resource", ResourceBlock())],
        verbose_name=_("documents of the meeting"),
        blank=True,
    )
    sections = StreamField(ReportSections(), verbose_name=_("sections"), blank=True)

    search_kind = "report"
    parent_page_types = ["events.ConcertationPage"]
    subpage_types = []

    content_panels = [
        *MeetingWords.content_panels,
        FieldPanel("meeting"),
        FieldPanel("context"),
        FieldPanel("documents"),
        FieldPanel("sections"),
    ]

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        if concertation := self.meeting.concertation:
            context["timeline"] = timeline.of(concertation, context["line"].now)
        context["heard"] = heard_before.by_observation(self.told_observations)
        return context

    @cached_property
    def told_observations(self):
        """The keys of the observations it tells of."""
        return {
            entry["observation"].pk
            for name, entries in (
                ("watch", "observations"),
                ("obstacles", "obstacles"),
            )
            for section in self.sections.blocks_by_name(name)
            for entry in section.value[entries]
            if entry["observation"]
        }

    @cached_property
    def contents(self):
        """The sections a reader can jump to."""
        return [
            section
            for section in self.written_sections
            if hasattr(section.block.meta, "anchor")
        ]

    @cached_property
    def written_sections(self):
        """The sections that hold something, in their order."""
        return [
            section
            for section in self.sections
            if getattr(section.value, "is_written", True)
        ]

    def searched_parts(self):
        return [
            *super().searched_parts(),
            *searching.facts_of(self.meeting, self.locale.language_code),
            (Field.TEXT, self.text_of("context")),
            (Field.TEXT, self.text_of("sections")),
        ]

    def searched_date(self):
        return self.meeting.start_date
