from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TextBlock(blocks.RichTextBlock):
    """Running text: paragraphs, sub-headings, lists and links."""

    class Meta:
        icon = "pilcrow"
        label = _("text")
        template = "core/blocks/text.html"


class NoticeBlock(blocks.StructBlock):
    """A short text set apart, so that nobody misses it."""

    heading = blocks.CharBlock(label=_("heading"), max_length=120, required=False)
    text = blocks.RichTextBlock(label=_("text"))
    caution = blocks.BooleanBlock(
        label=_("caution"),
        required=False,
        help_text=_("Tick for a warning; leave empty for a good piece of advice."),
    )

    class Meta:
        icon = "info-circle"
        label = _("notice")
        template = "core/blocks/notice.html"
