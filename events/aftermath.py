"""After a meeting: those who were there hear that its report is online, once.

Where nobody was checked in, those who had a seat are told instead.
"""

from datetime import timedelta

from django.conf import settings

from events import notices
from events.models import Meeting, ReportPage
from events.notices import Reason

# A report that took longer is of no news to them.
NEWS_FOR = timedelta(days=90)


def tell_reports(*, now, limit=None):
    """Tell of the reports that are online; how many people were told."""
    told = 0
    for meeting in _reported(now):
        people = notices.not_told(_who_can_read_it(meeting), Reason.REPORT_ONLINE)
        for person in people[: None if limit is None else limit - told]:
            notices.tell(person, Reason.REPORT_ONLINE, now=now)
            told += 1
    return told


def _reported(now):
    recent = Meeting.objects.past(now).filter(over_at__gt=now - NEWS_FOR)
    reports = ReportPage.objects.live().public()
    return recent.filter(is_example=False, report_pages__in=reports).distinct()


def _who_can_read_it(meeting):
    """A report in French will do for everybody who has none in their language."""
    reports = ReportPage.objects.live().public().filter(meeting=meeting)
    languages = set(reports.values_list("locale__language_code", flat=True))
    people = _who_was_there(meeting).exclude(email="")
    if settings.LANGUAGE_CODE in languages:
        return people
    return people.filter(language__in=languages & notices.WRITTEN_IN)


def _who_was_there(meeting):
    seated = meeting.registrations.confirmed()
    present = seated.present()
    return present if present.exists() else seated
