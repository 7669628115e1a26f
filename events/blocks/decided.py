"""What a report tells of an action: the record, and how it was said there."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class ActionEntry(blocks.StructBlock):
    """Who carries it and how far it is come from the record, as they are now."""

    action = SnippetChooserBlock(
        "events.CollectiveAction", label=_("action"), required=False
    )
    text = blocks.RichTextBlock(
        label=_("as it was said at this meeting"),
        required=False,
        help_text=_("Empty: the title of the action."),
    )

    class Meta:
        icon = "check"
        label = _("action")
        template = "events/blocks/action.html"

    def clean(self, value):
        entry = super().clean(value)
        if not entry["action"] and not entry["text"]:
            error = ValidationError(_("Choose an action, or write what was said."))
            raise blocks.StructBlockValidationError({"action": error})
        return entry
