"""The panel on the first screen: what is overdue, and what was reported."""

from django.utils import timezone
from wagtail.admin.ui.components import Component

from events import following
from events.models import ReportedNeed

CHANGE_ACTION = "events.change_collectiveaction"
CHANGE_NEED = "events.change_reportedneed"


class FollowPanel(Component):
    """For those who may change actions, or decide on what was reported."""

    name = "followed_actions"
    template_name = "events/admin/follow.html"
    order = 110

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        sees_actions, sees_needs = map(user.has_perm, (CHANGE_ACTION, CHANGE_NEED))
        reported = ReportedNeed.objects.waiting()
        return {
            "overdue": following.overdue(timezone.now()) if sees_actions else [],
            "reported": reported.count() if sees_needs else 0,
        }
