"""What meetings left behind, as the front door shows it."""

from django.db.models import OuterRef, Subquery

from events.agenda import public, reported
from events.lines import lines
from events.models.meeting import Meeting
from services.models import Need


def latest(now):
    """The line of the latest meeting that has a report, or None."""
    meetings = reported().past(now).with_facts()[:1]
    return next(iter(lines(meetings, now)), None)


def by_need(now):
    """Each need with the line of the latest meeting about it, or None."""
    about = public().filter(needs=OuterRef("pk")).order_by("-start_date").values("pk")
    needs = list(Need.objects.annotate(meeting=Subquery(about[:1])))
    meetings = Meeting.objects.filter(pk__in=[need.meeting for need in needs])
    by_pk = {line.meeting.pk: line for line in lines(meetings.with_facts(), now)}
    return [(need, by_pk.get(need.meeting)) for need in needs]
