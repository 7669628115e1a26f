"""What the network remembers, in one place of the menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from events.admin.memory.actions import CollectiveActionViewSet
from events.admin.memory.impasses import ImpasseViewSet
from events.admin.memory.observations import ObservationViewSet
from events.admin.memory.polls import PollQuestionViewSet
from events.admin.memory.reported import ReportedNeedViewSet


class MemoryGroup(SnippetViewSetGroup):
    menu_label = _("Needs and actions")
    menu_icon = "view"
    menu_order = 115
    items = (
        ObservationViewSet,
        CollectiveActionViewSet,
        ReportedNeedViewSet,
        ImpasseViewSet,
        PollQuestionViewSet,
    )
