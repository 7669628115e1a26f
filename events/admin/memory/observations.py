from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet

from events.admin.memory.choosing import ObservationChooserViewSet
from events.models import Observation
from portal.core.models.words import columns


class ObservationViewSet(SnippetViewSet):
    model = Observation
    icon = "view"
    menu_label = _("Observations")
    menu_order = 10
    copy_view_enabled = False
    chooser_viewset_class = ObservationChooserViewSet
    list_display = [
        "sentence_fr",
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("heard", label=_("Heard"), accessor="heard_words"),
        Column("state", label=_("How far it is"), accessor="state_label"),
        BooleanColumn("is_public", label=_("Shown"), sort_key="is_public"),
    ]
    list_filter = ["kind", "theme", "origin", "is_public"]
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

    def get_queryset(self, request):
        return Observation.objects.with_state().with_recurrence().most_heard_first()
