from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks.links import LinkBlock, ResourceBlock
from portal.core.blocks.media import FigureBlock
from portal.core.blocks.team import TeamBlock
from portal.core.blocks.text import NoticeBlock, TextBlock


class BodyBlock(blocks.StreamBlock):
    """What the text of a page is made of."""

    text = TextBlock()
    notice = NoticeBlock()
    figure = FigureBlock()
    link = LinkBlock()
    resource = ResourceBlock()
    team = TeamBlock()

    class Meta:
        label = _("text of the page")
