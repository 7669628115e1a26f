from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from events.models import CollectiveAction
from portal.core.models.words import columns


class CollectiveActionViewSet(SnippetViewSet):
    model = CollectiveAction
    icon = "check"
    menu_label = _("Actions")
    menu_order = 20
    copy_view_enabled = False
    list_display = [
        "title_fr",
        "owner",
        Column("state", label=_("State"), accessor="state_label", sort_key="state"),
        Column("late", label=_("Overdue"), accessor="late_words"),
        "due_on",
    ]
    list_filter = ["state", "is_public", "meeting__concertation"]
    search_fields = [*columns("title"), "owner"]
    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in columns("title")],
            heading=_("What is to be done"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in columns("description")],
            heading=_("More about it"),
            classname="collapsed",
        ),
        FieldRowPanel([FieldPanel("owner"), FieldPanel("organisation")]),
        FieldRowPanel([FieldPanel("meeting"), FieldPanel("observation")]),
        FieldPanel("state"),
        MultiFieldPanel(
            [FieldPanel(name) for name in columns("why_dropped")],
            heading=_("Why it was dropped"),
            classname="collapsed",
        ),
        FieldRowPanel(
            [FieldPanel("starts_on"), FieldPanel("due_on"), FieldPanel("ended_on")]
        ),
        InlinePanel(
            "milestones",
            [
                *(FieldPanel(name) for name in columns("title")),
                FieldRowPanel([FieldPanel("due_on"), FieldPanel("done_on")]),
            ],
            label=_("milestone"),
        ),
        FieldRowPanel([FieldPanel("is_public"), FieldPanel("is_example")]),
    ]

    def get_queryset(self, request):
        return CollectiveAction.objects.with_lateness(timezone.localdate()).open_first()
