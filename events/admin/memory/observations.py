from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from events.models import Observation
from portal.core.models.words import columns


class ObservationViewSet(SnippetViewSet):
    model = Observation
    icon = "view"
    menu_label = _("Observations")
    menu_order = 10
    copy_view_enabled = False
    list_display = ["sentence_fr", "kind", "theme", "is_public"]
    list_filter = ["kind", "theme", "is_public"]
    search_fields = columns("sentence")
    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in columns("sentence")],
            heading=_("In one sentence"),
        ),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("theme")]),
        FieldPanel("publics"),
        FieldPanel("is_public"),
        InlinePanel(
            "sightings",
            [FieldPanel("meeting")],
            label=_("meeting at which it was heard"),
        ),
        InlinePanel(
            "steps",
            [
                FieldRowPanel([FieldPanel("state"), FieldPanel("taken_on")]),
                FieldPanel("words"),
                FieldPanel("meeting"),
                FieldPanel("action"),
                FieldPanel("service"),
                FieldPanel("page"),
                FieldPanel("url"),
            ],
            label=_("step"),
        ),
    ]
