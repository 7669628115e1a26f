from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.core.models.words import columns
from services.models import Need


class NeedViewSet(SnippetViewSet):
    model = Need
    icon = "help"
    menu_hook = "register_reference_menu_item"
    menu_order = 60
    copy_view_enabled = False
    list_display = ["name_fr", "short_name_fr", "sort_order"]
    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in [*columns("name"), *columns("short_name")]]
        ),
        FieldPanel("code"),
        FieldPanel("sort_order"),
    ]


register_snippet(NeedViewSet)
