from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from events.blocks import BodyWithMeetings
from portal.core.blocks import LinkBlock, RecordBlock


class PlainBody(BodyWithMeetings):
    """The text of a plain page, of which one is about privacy."""

    record = RecordBlock()


class OfferBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), max_length=120)
    text = blocks.CharBlock(label=_("text"), max_length=200)

    class Meta:
        label = _("offer")


class InvitationBlock(blocks.StructBlock):
    """A warm panel that says who can help, how, and where to ask."""

    heading = blocks.CharBlock(label=_("heading"), max_length=120)
    text = blocks.RichTextBlock(label=_("text"))
    link = LinkBlock(label=_("button"), required=False)
    caution = blocks.CharBlock(label=_("caution"), max_length=200, required=False)
    offers = blocks.ListBlock(OfferBlock(), label=_("offers"), min_num=0, default=[])

    class Meta:
        icon = "help"
        label = _("invitation")
        template = "home/blocks/invitation.html"
