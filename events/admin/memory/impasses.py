from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from events.models import Impasse


class ImpasseViewSet(SnippetViewSet):
    model = Impasse
    icon = "warning"
    menu_label = _("Impasses")
    menu_order = 35
    copy_view_enabled = False
    list_display = ["difficulty", "level", "sector", "met_on"]
    list_filter = ["level", "sector", "bassin"]
    panels = [
        FieldPanel("difficulty"),
        FieldPanel("level"),
        FieldRowPanel([FieldPanel("sector"), FieldPanel("bassin")]),
        FieldPanel("met_on"),
    ]
