"""What a list of resources is made of: who keeps each, and how sure it is."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from portal.core.blocks import ResourceBlock
from portal.core.blocks.links import ResourceValue, refused

REPLACING = ("replaced_by", "replacing_page", "replacing_document")


class State(models.TextChoices):
    PROVISIONAL = "provisional", _("Provisional version")
    IN_FORCE = "in_force", _("In force")
    REPLACED = "replaced", _("Replaced")


class ListedResourceValue(ResourceValue):
    @property
    def is_provisional(self):
        return self["state"] == State.PROVISIONAL

    @property
    def is_replaced(self):
        return self["state"] == State.REPLACED

    def is_to_review(self, today):
        """Whether somebody should have looked at it again before ``today``."""
        day = self["review_on"]
        return bool(day) and day < today and not self.is_replaced


class ListedResourceBlock(ResourceBlock):
    """A resource with who keeps it up to date, its state and when to look again."""

    # The state says it.
    is_provisional = None

    owner = blocks.CharBlock(
        label=_("kept up to date by"),
        max_length=120,
        required=False,
        help_text=_("A team or an organisation, never a person."),
    )
    state = blocks.ChoiceBlock(
        label=_("state"),
        choices=State.choices,
        default=State.IN_FORCE,
        search_index=False,
    )
    review_on = blocks.DateBlock(
        label=_("to be reviewed on"),
        required=False,
        help_text=_("Past this day, it is listed on the first screen of the team."),
    )
    replaced_by = blocks.CharBlock(
        label=_("replaced by"),
        max_length=255,
        required=False,
        help_text=_("The title of another resource of this page, as it is written."),
    )
    replacing_page = blocks.PageChooserBlock(
        label=_("or replaced by a page"), required=False
    )
    replacing_document = DocumentChooserBlock(
        label=_("or replaced by a document"), required=False
    )

    class Meta:
        label_format = "{title}"
        value_class = ListedResourceValue

    def clean(self, value):
        resource = super().clean(value)
        given = sum(bool(resource[name]) for name in REPLACING)
        if given != resource.is_replaced:
            message = _("Say what replaces it, once, and only where it is replaced.")
            raise refused("replaced_by", message)
        return resource


class ResourceStream(blocks.StreamBlock):
    resource = ListedResourceBlock()

    class Meta:
        label = _("resources")

    def clean(self, value):
        stream = super().clean(value)
        titles = [resource.value["title"] for resource in stream]
        errors = {
            index: ValidationError(_("No other resource of this page has this title."))
            for index, resource in enumerate(stream)
            if (named := resource.value["replaced_by"])
            and named not in titles[:index] + titles[index + 1 :]
        }
        if errors:
            raise blocks.StreamBlockValidationError(block_errors=errors)
        return stream
