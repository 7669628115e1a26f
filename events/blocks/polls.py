from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock

from portal.core.blocks import PollFigureBlock


class AskedAgainBlock(PollFigureBlock):
    """A figure of a poll, beside those of other meetings that were asked the same."""

    repeated = SnippetChooserBlock(
        "events.PollQuestion",
        label=_("question asked at several meetings"),
        required=False,
        help_text=_("Its figures at other meetings are drawn beside this one."),
    )

    class Meta:
        template = "events/blocks/poll.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        question, page = value["repeated"], context.get("page")
        context["beside"] = question.figures_beside(page) if question and page else []
        return context
