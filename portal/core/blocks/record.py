from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core import retention


class RecordBlock(blocks.StaticBlock):
    """What the portal keeps about people, drawn from what it goes by."""

    class Meta:
        icon = "table"
        label = _("record of processing")
        admin_text = _("Shows what the portal keeps about people, and until when.")
        template = "core/blocks/record.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["treatments"] = retention.record()
        return context
