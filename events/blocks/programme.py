from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core import when
from portal.core.blocks.links import LinkValue


class SlotValue(blocks.StructValue):
    @property
    def hour(self):
        return when.hour(self["time"])


class ProgrammeSlotBlock(blocks.StructBlock):
    """What happens from a given hour on."""

    time = blocks.TimeBlock(label=_("hour"))
    title = blocks.CharBlock(label=_("title"), max_length=160)
    note = blocks.CharBlock(label=_("note"), max_length=255, required=False)

    class Meta:
        icon = "time"
        label = _("slot")
        template = "events/blocks/slot.html"
        value_class = SlotValue


class PresenterBlock(blocks.StructBlock):
    """A service or a person that presents its offer."""

    name = blocks.CharBlock(label=_("name"), max_length=160)
    note = blocks.CharBlock(label=_("note"), max_length=160, required=False)
    external_url = blocks.URLBlock(label=_("site"), required=False)

    class Meta:
        icon = "group"
        label = _("presenter")
        template = "events/blocks/presenter.html"
        value_class = LinkValue
