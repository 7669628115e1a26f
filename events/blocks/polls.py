from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock

from portal.core.blocks import PollFigureBlock


class AskedAgainBlock(PollFigureBlock):
    """A figure of a poll, tied to those of other meetings asked the same."""

    repeated = SnippetChooserBlock(
        "events.PollQuestion",
        label=_("question asked at several meetings"),
        required=False,
        help_text=_("Its figures at other meetings are drawn beside this one."),
    )

    class Meta:
        template = "core/blocks/poll_figure.html"
