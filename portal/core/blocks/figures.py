from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class PollOptionBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("answer"), max_length=120)
    percentage = blocks.IntegerBlock(label=_("percentage"), min_value=0, max_value=100)

    class Meta:
        label = _("answer")


class PollFigureBlock(blocks.StructBlock):
    """One figure of a poll, with all that lets a reader weigh it."""

    percentage = blocks.IntegerBlock(label=_("percentage"), min_value=0, max_value=100)
    is_about = blocks.BooleanBlock(label=_("« près de »"), required=False)
    statement = blocks.RichTextBlock(
        label=_("sentence"),
        features=["bold"],
        help_text=_(
            "The whole sentence after the figure: it must be understood without the "
            "bar."
        ),
    )
    question = blocks.CharBlock(
        label=_("question asked"), max_length=255, required=False
    )
    respondents = blocks.IntegerBlock(
        label=_("number of answers (n)"),
        min_value=1,
        required=False,
        help_text=_("Without it, readers see « n non communiqué »."),
    )
    asked_on = blocks.DateBlock(
        label=_("date of the poll"),
        required=False,
        help_text=_("Empty: the day of the meeting."),
    )
    options = blocks.ListBlock(
        PollOptionBlock(), label=_("all answers"), min_num=0, default=[]
    )

    class Meta:
        icon = "tasks"
        label = _("poll figure")
        template = "core/blocks/poll_figure.html"


class RankingBlock(blocks.StructBlock):
    """Things in their order of priority, as a meeting gave it."""

    intro = blocks.RichTextBlock(label=_("introduction"), required=False)
    items = blocks.ListBlock(
        blocks.CharBlock(label=_("entry"), max_length=255), label=_("entries")
    )

    class Meta:
        icon = "list-ol"
        label = _("ranked list")
        template = "core/blocks/ranking.html"
