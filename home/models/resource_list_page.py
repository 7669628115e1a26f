from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from home import resources
from home.resource_blocks import ResourceStream
from portal.core.models import BasePage
from portal.core.searchable import Field


class ResourceListPage(BasePage):
    """Documents and links, with who keeps each, how sure it is and what replaces it."""

    intro = RichTextField(_("introduction"), features=["bold", "link"], blank=True)
    resources = StreamField(ResourceStream(), verbose_name=_("resources"), blank=True)

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = []

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("resources"),
    ]

    class Meta:
        verbose_name = _("list of resources")
        verbose_name_plural = _("lists of resources")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        today = timezone.localdate()
        context["entries"] = resources.entries(self.resources, today)
        return context

    def searched_parts(self):
        return [
            *super().searched_parts(),
            (Field.TEXT, self.text_of("intro")),
            (Field.TEXT, self.text_of("resources")),
        ]
