"""The panel on the first screen: the meetings of the week, and what needs somebody."""

from django.utils import timezone
from wagtail.admin.ui.components import Component

from events import mail_log, week
from events.admin.doors import doors
from events.admin.participants.screen import VIEW


class MeetingsPanel(Component):
    """For those who may open something of a meeting; figures for who sees people."""

    name = "meetings_of_the_week"
    template_name = "events/admin/week.html"
    order = 100

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        now = timezone.now()
        found = [(meeting, doors(meeting, user)) for meeting in week.meetings(now)]
        sees_people = user.has_perm(VIEW)
        waiting = week.waiting(now) if sees_people else {}
        return {
            "csrf_token": parent_context.get("csrf_token"),
            "sees_people": sees_people,
            "rows": [
                (meeting, waiting.get(meeting.pk, 0), steps)
                for meeting, steps in found
                if steps
            ],
            "waiting": sum(waiting.values()),
            "undelivered": mail_log.undelivered().count() if sees_people else 0,
        }
