from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from events.models import PollQuestion
from portal.core.models.words import columns


class PollQuestionViewSet(SnippetViewSet):
    model = PollQuestion
    icon = "tasks"
    menu_label = _("Poll questions")
    menu_order = 40
    copy_view_enabled = False
    list_display = ["wording_fr"]
    search_fields = columns("wording")
    panels = [FieldPanel(name) for name in columns("wording")]
