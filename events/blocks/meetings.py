from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock


class MeetingBlock(SnippetChooserBlock):
    """A meeting as it is now: its date, hours, place and status, never typed."""

    def __init__(self, **kwargs):
        super().__init__("events.Meeting", **kwargs)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["meeting"] = value
        return context

    class Meta:
        icon = "date"
        label = _("meeting")
        template = "events/blocks/meeting.html"
