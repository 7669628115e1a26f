"""Reminding the team of what it has not answered: the day before, then once it is late.

A request is reminded of once each; one that goes to another team begins anew.
"""

from django.utils import timezone

from portal.core import working_hours
from services.models import SupportRequest
from services.support import notices
from services.support.notices import ToTeam

DAYS_BEFORE = 1


def remind_teams(*, now, limit=None):
    """Remind of the requests whose delay nears or is over; how many mails that made."""
    today = timezone.localdate(now)
    next_day = working_hours.days_after(today, DAYS_BEFORE)
    waiting = SupportRequest.objects.unanswered().filter(due_on__lte=next_day)
    if not working_hours.is_working_day(today):
        return 0
    reminded = 0
    for request in waiting.select_related("team").order_by("due_on", "pk"):
        if reminded == limit:
            break
        reason = ToTeam.LATE if request.due_on < today else ToTeam.NEAR
        reminded += notices.tell_team(request, reason, now=now) is not None
    return reminded
