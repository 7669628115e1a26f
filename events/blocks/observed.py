"""What a report tells of the observations: the record, and how it was said there."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class ObservedValue(blocks.StructValue):
    @property
    def text(self):
        """As it was said at this meeting, or else the sentence of the record."""
        return self["words"] or self["observation"] or ""


class HeardContext:
    """Says beside each of ``entries`` what the page knows of its observation."""

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        heard = context.get("heard", {})
        context["entries"] = [
            (
                entry,
                heard.get(entry["observation"].pk) if entry["observation"] else None,
            )
            for entry in value[self.meta.entries]
        ]
        return context


class Observed(blocks.StructBlock):
    """Choosing an observation is how one sees where it was heard already."""

    observation = SnippetChooserBlock(
        "events.Observation",
        label=_("observation"),
        required=False,
        help_text=_(
            "Look first for what was heard before: a new one only where there is none."
        ),
    )

    def clean(self, value):
        entry = super().clean(value)
        if not entry.text:
            error = ValidationError(_("Choose an observation, or write what was said."))
            raise blocks.StructBlockValidationError({"observation": error})
        return entry

    class Meta:
        value_class = ObservedValue


class ObservationEntry(Observed):
    words = blocks.RichTextBlock(
        features=["bold", "link"],
        label=_("as it was said at this meeting"),
        required=False,
        help_text=_("Empty: the sentence of the observation."),
    )

    class Meta:
        icon = "view"
        label = _("observation")


class ObstacleEntry(Observed):
    words = blocks.CharBlock(
        max_length=120,
        label=_("in a word or two"),
        required=False,
        help_text=_("Empty: the sentence of the observation."),
    )

    class Meta:
        icon = "warning"
        label = _("obstacle")
