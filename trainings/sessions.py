"""When trainings take place: their meetings that anybody may read about.

A session is public once its meeting is, by a page in the reader's language or in
French; what the team has planned and not announced is nowhere.
"""

from collections import defaultdict

from events import announcements
from events.models import Meeting
from trainings.dates import Dates
from trainings.models import TrainingSession


def public():
    """The meetings anybody may read about, in their language or in French."""
    return announcements.public("event_page") | announcements.public("report_page")


def of(trainings, now):
    """The ``Dates`` of each of ``trainings``, by their pk, in a few queries."""
    trainings_of = dict(
        TrainingSession.objects.filter(training__in=trainings).values_list(
            "meeting", "training"
        )
    )
    dates = defaultdict(Dates)
    for line in lines(Meeting.objects.filter(pk__in=trainings_of), now):
        if line.meeting.takes_place:
            of_training = dates[trainings_of[line.meeting.pk]]
            (of_training.past if line.is_past else of_training.coming).append(line)
    for of_training in dates.values():
        of_training.past.reverse()
    return dates


def lines(meetings, now):
    """A line for each of ``meetings`` that is public, in the order of time."""
    known = meetings.filter(pk__in=public().values("pk")).in_order()
    words = announcements.Words(known.with_facts())
    by_announcement = {
        line.meeting.pk: line for line in words.lines(now, told_by="event_page")
    }
    by_report = {
        line.meeting.pk: line for line in words.lines(now, told_by="report_page")
    }
    told = by_report | by_announcement
    return [told[meeting.pk] for meeting in words.meetings if meeting.pk in told]
