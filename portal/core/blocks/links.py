from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

# Read alone, as screen readers list them, these words lead nowhere.
EMPTY_WORDS = {"ici", "cliquez ici", "cliquer ici", "lien", "hier", "klik hier", "here"}


def says_nothing(label):
    return label.strip(" .:→>").lower() in EMPTY_WORDS


class LinkValue(blocks.StructValue):
    @property
    def url(self):
        page = self.get("page")
        return page.localized.url if page else self.get("external_url", "")

    @property
    def leaves_the_site(self):
        return bool(self.get("external_url"))


class LinkBlock(blocks.StructBlock):
    """A labelled link to a page of the portal or to another site, never both."""

    label = blocks.CharBlock(
        label=_("link text"),
        max_length=200,
        help_text=_(
            "Say where the link leads. « ici » is refused: out of context it means "
            "nothing."
        ),
    )
    page = blocks.PageChooserBlock(label=_("page"), required=False)
    external_url = blocks.URLBlock(label=_("other site"), required=False)

    class Meta:
        icon = "link"
        label = _("link")
        template = "core/blocks/link.html"
        value_class = LinkValue

    def clean(self, value):
        link = super().clean(value)
        if says_nothing(link["label"]):
            raise refused("label", _("Say where the link leads."))
        if bool(link["page"]) == bool(link["external_url"]):
            raise refused("page", _("Choose a page or give an address, not both."))
        return link


class ResourceValue(LinkValue):
    @property
    def url(self):
        document = self.get("document")
        return document.url if document else super().url


class ResourceBlock(blocks.StructBlock):
    """A document, a page or a site to read next; some are announced without one."""

    title = blocks.CharBlock(label=_("title"), max_length=255)
    note = blocks.CharBlock(
        label=_("note"),
        max_length=255,
        required=False,
        help_text=_("Who made it, for whom, what it holds."),
    )
    document = DocumentChooserBlock(label=_("document"), required=False)
    page = blocks.PageChooserBlock(label=_("page"), required=False)
    external_url = blocks.URLBlock(label=_("other site"), required=False)
    is_provisional = blocks.BooleanBlock(label=_("provisional version"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("resource")
        template = "core/blocks/resource.html"
        value_class = ResourceValue

    def clean(self, value):
        resource = super().clean(value)
        if says_nothing(resource["title"]):
            raise refused("title", _("Say what the reader will find."))
        targets = [resource["document"], resource["page"], resource["external_url"]]
        if sum(map(bool, targets)) > 1:
            message = _("Choose a document, a page or a site: one of them.")
            raise refused("document", message)
        return resource


def refused(name, message):
    return blocks.StructBlockValidationError({name: ValidationError(message)})
