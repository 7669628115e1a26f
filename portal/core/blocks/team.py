from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.models import SiteSettings


class TeamBlock(blocks.StaticBlock):
    """How to reach the team, from the settings of the site."""

    class Meta:
        icon = "mail"
        label = _("how to reach the team")
        admin_text = _("Shows the address, the phone and the hours of the settings.")
        template = "core/blocks/team.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["contact"] = SiteSettings.for_request(context["request"])
        return context
