from urllib.parse import urljoin

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from events import following, presenting, schema_org, searching
from events.blocks import BodyWithMeetings, PresenterBlock, ProgrammeSlotBlock
from events.models.meeting import Meeting
from events.models.meeting_words import MeetingWords
from portal.core.blocks import ResourceBlock
from portal.core.models import BasePage, SiteSettings
from portal.core.searchable import Field


class EventPage(MeetingWords):
    """The words that announce a meeting; its facts live in the meeting itself."""

    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        related_name="event_pages",
        verbose_name=_("meeting"),
    )
    body = StreamField(BodyWithMeetings(), verbose_name=_("why come"), blank=True)
    programme = StreamField(
        [("slot", ProgrammeSlotBlock())], verbose_name=_("programme"), blank=True
    )
    presenters = StreamField(
        [("presenter", PresenterBlock())],
        verbose_name=_("services that present their offer"),
        blank=True,
    )
    audience = models.CharField(_("for whom"), max_length=200, blank=True)
    price = models.CharField(_("price"), max_length=120, blank=True)
    documents = StreamField(
        [("resource", ResourceBlock())], verbose_name=_("documents"), blank=True
    )

    search_kind = "meeting"
    parent_page_types = ["events.AgendaPage"]
    subpage_types = []

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("meeting"),
        FieldPanel("body"),
        FieldPanel("programme"),
        FieldPanel("presenters"),
        MultiFieldPanel(
            [FieldPanel("audience"), FieldPanel("price")],
            heading=_("Practical information"),
        ),
        FieldPanel("documents"),
    ]

    class Meta:
        verbose_name = _("page of the agenda")
        verbose_name_plural = _("pages of the agenda")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        contact = SiteSettings.for_request(request)
        context["contact"] = contact
        context["presenters"] = presenting.presenters(self.meeting)
        context["followed"] = following.opening(self.meeting, context["line"].now)
        context["schema_org"] = schema_org.event(
            self, context["line"], network=contact.network_name
        )
        return context

    @property
    def drawn_card(self):
        """The whole address of a picture that says what, when and where."""
        address = reverse("meeting_card", args=[self.slug])
        return urljoin(settings.SITE_URL, address)

    def searched_parts(self):
        return [
            *super().searched_parts(),
            *searching.facts_of(self.meeting, self.locale.language_code),
            (Field.TEXT, self.text_of("body")),
            (Field.TEXT, self.text_of("programme")),
            (Field.TEXT, self.text_of("presenters")),
        ]

    def searched_date(self):
        return self.meeting.start_date
