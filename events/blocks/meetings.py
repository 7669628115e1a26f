from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from events.lines import line, lines
from events.models.meeting import Meeting


class MeetingBlock(SnippetChooserBlock):
    """A meeting as it is now: its date, hours, place and status, never typed."""

    def __init__(self, **kwargs):
        super().__init__("events.Meeting", **kwargs)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["line"] = line(value, _moment(context))
        return context

    class Meta:
        icon = "date"
        label = _("meeting")
        template = "events/blocks/meeting.html"


class SaveTheDateSection(blocks.StructBlock):
    """Dates to keep, drawn from the meetings."""

    heading = blocks.CharBlock(label=_("heading"), default="Save the date")
    meetings = blocks.ListBlock(
        MeetingBlock(),
        label=_("meetings"),
        min_num=0,
        default=[],
        help_text=_("Empty: those that follow in the cycle. No date is typed here."),
    )

    class Meta:
        icon = "date"
        label = _("save the date")
        template = "events/blocks/save_the_date.html"
        anchor = "dates"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        chosen = [meeting.pk for meeting in value["meetings"] if meeting]
        meetings = Meeting.objects.filter(pk__in=chosen).in_order()
        if not chosen and "line" in context:
            meetings = Meeting.objects.following(context["line"].meeting)
        context["lines"] = lines(meetings.with_facts(), _moment(context))
        return context


def _moment(context):
    """The moment the page is drawn for; the present where it says none."""
    return context["line"].now if "line" in context else timezone.now()
