from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from home.blocks import PlainBody
from portal.core.models import BasePage
from portal.core.searchable import Field


class StandardPage(BasePage):
    """A plain page of text: about, contact, privacy, accessibility."""

    body = StreamField(PlainBody(), verbose_name=_("text"), blank=True)

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "home.ResourceListPage"]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")

    def searched_parts(self):
        return [*super().searched_parts(), (Field.TEXT, self.text_of("body"))]
