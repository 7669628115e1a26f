from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

SORTS = [
    ("does", pgettext_lazy("of a team", "what it does")),
    ("relays", pgettext_lazy("of a team", "what it passes on")),
    ("does_not", pgettext_lazy("of a team", "what it does not do")),
]


class ExpectationBlock(blocks.StructBlock):
    """What to expect of a team, before one asks."""

    heading = blocks.CharBlock(label=_("heading"), max_length=120)
    sort = blocks.ChoiceBlock(label=_("sort"), choices=SORTS, default="does")
    items = blocks.ListBlock(
        blocks.CharBlock(label=_("line"), max_length=200), label=_("lines")
    )

    class Meta:
        icon = "list-ul"
        label = _("what to expect")
        template = "services/support/expectation.html"


class GroupBlock(blocks.StructBlock):
    """A list under a heading, with the words before and after it."""

    heading = blocks.CharBlock(label=_("heading"), max_length=120)
    intro = blocks.CharBlock(label=_("before"), max_length=255, required=False)
    items = blocks.ListBlock(
        blocks.CharBlock(label=_("line"), max_length=400), label=_("lines")
    )
    outro = blocks.CharBlock(label=_("after"), max_length=255, required=False)

    class Meta:
        icon = "list-ul"
        label = _("list")
        template = "services/support/group.html"


class DoorBlock(blocks.StructBlock):
    """Another place to turn to, so that a request goes to the right one."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    text = blocks.CharBlock(label=_("text"), max_length=255)
    page = blocks.PageChooserBlock(label=_("page"), required=False)
    external_url = blocks.URLBlock(label=_("other site"), required=False)

    class Meta:
        icon = "link"
        label = _("other door")
        template = "services/support/door.html"
