"""What is new in the agenda and among the reports, in the reader's language."""

from django.db.models.functions import Coalesce, Greatest

from events.lines import lines
from events.models import EventPage, Meeting, ReportPage
from portal.core.news import LIMIT, Item


def of_agenda(now):
    """The announcements of what is to come, the last that were changed first."""
    return _of_meetings(Meeting.objects.all(), now)


def of_trainings(now):
    """The same, of what one may come to learn."""
    return _of_meetings(Meeting.objects.to_learn(), now)


def of_reports(now):
    """The reports, the last that were published first."""
    said = Coalesce("last_published_at", "meeting__created_at")
    pages = _latest(ReportPage.objects.published(), said)
    return [_of_report(line, line.report_page) for line in _lines(pages, now)]


def _of_meetings(meetings, now):
    said = Coalesce("last_published_at", "meeting__changed_at")
    pages = _latest(
        EventPage.objects.published().filter(meeting__in=meetings.upcoming(now)),
        Greatest(said, "meeting__changed_at"),
    )
    return [_of_meeting(line, line.event_page) for line in _lines(pages, now)]


def _latest(pages, moment):
    return pages.annotate(said_at=moment).order_by("-said_at", "-pk")[:LIMIT]


def _lines(pages, now):
    """The lines of the meetings of ``pages``, in their order, with these very pages."""
    pages = list(pages)
    meetings = Meeting.objects.with_facts().in_bulk([page.meeting_id for page in pages])
    drawn = lines([meetings[page.meeting_id] for page in pages], now)
    for line, page in zip(drawn, pages, strict=True):
        setattr(
            line, "event_page" if isinstance(page, EventPage) else "report_page", page
        )
    return drawn


def _of_meeting(line, page):
    meeting = line.meeting
    title = f"[{meeting.news}] {line.title}" if meeting.has_news else line.title
    facts = ", ".join(
        [meeting.day_words, *filter(None, [meeting.hour_words]), line.place]
    )
    return Item(
        uuid=meeting.uuid,
        title=title,
        url=page.full_url,
        published_at=page.first_published_at or meeting.created_at,
        updated_at=page.said_at,
        paragraphs=[line.news_words, str(meeting.status_note), facts, page.summary],
        tags=_tags(meeting),
    )


def _of_report(line, page):
    meeting = line.meeting
    return Item(
        uuid=page.translation_key,
        title=page.title,
        url=page.full_url,
        published_at=page.first_published_at or meeting.created_at,
        updated_at=page.said_at,
        paragraphs=[line.kicker, meeting.day_words, page.summary],
        tags=_tags(meeting),
    )


def _tags(meeting):
    names = [meeting.get_kind_display(), meeting.theme, meeting.commune]
    return [str(name) for name in names if name]
