"""What the team looks at first: the meetings of the week to come, and who waits."""

from datetime import timedelta

from django.db.models import Count

from events.models import Meeting, Registration

WEEK = timedelta(days=7)


def meetings(now):
    """Those that begin within seven days or are going on; else the next one alone."""
    upcoming = Meeting.objects.upcoming(now).with_facts()
    last_day = (now + WEEK).date()
    return list(upcoming.filter(start_date__lte=last_day)) or list(upcoming[:1])


def waiting(now):
    """How many people wait, by the key of each upcoming meeting where some do."""
    queue = Registration.objects.waiting().filter(meeting__over_at__gt=now)
    counts = queue.order_by().values("meeting").annotate(count=Count("pk"))
    return dict(counts.values_list("meeting", "count"))
