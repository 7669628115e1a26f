"""What a second reader would point out on a page about a meeting.

A date or an hour typed in a text must be that of a meeting the page is linked to: one
report said « 12 mai » and « 12/06/2026 » of the same morning. A figure of a poll says
how many answered.
"""

import re
from datetime import timedelta
from itertools import pairwise

from bs4 import BeautifulSoup
from django.db.models import Q
from django.utils.translation import gettext as _

from events.blocks import MeetingBlock
from events.models import Meeting
from events.rich_text import EMBED_TYPE, key_of
from portal.core import passages, typed_dates
from portal.core.blocks import PollFigureBlock
from portal.core.proofreading import Finding, paragraphs, without_paper

# How far after a date its hours are still its hours.
NEAR = 60
SENTENCE_END = re.compile(r"[.;!?](?:\s|$)")


def check(page):
    """What is to be said of a page that is about meetings; nothing of another."""
    meetings = linked_to(page)
    if meetings is None:
        return []
    found = polls_without_n(page)
    for html in passages.texts(page):
        for text in paragraphs(without_paper(html)):
            found += typed_facts(text, meetings)
    return found


def linked_to(page):
    """Its meeting, those of its concertation, those its texts and blocks refer to."""
    meeting = getattr(page, "meeting", None)
    concertation = getattr(meeting or page, "concertation", None)
    if not (meeting or concertation):
        return None
    chosen = [meeting, *passages.values(page, MeetingBlock)]
    among = Q(pk__in=[one.pk for one in chosen if one]) | Q(uuid__in=_in_text(page))
    if concertation:
        among |= Q(concertation=concertation)
    return list(Meeting.objects.filter(among).with_facts())


def typed_facts(text, meetings):
    """Each date in ``text`` that is not, or not surely, that of a meeting.

    Dates before the first of ``meetings`` are history and need none.
    """
    typed = typed_dates.dates(text)
    found = []
    for mention, following in pairwise([*typed, None]):
        known = [meeting for meeting in meetings if _agrees(meeting, mention)]
        if known:
            end = following.start if following else len(text)
            found += _of_known_date(mention, _after(text[mention.end : end]), known)
        elif not _is_history(mention, meetings):
            found.append(_unknown_date(mention, meetings))
    return found


def polls_without_n(page):
    message = _("Say how many people answered (n): readers see « n non communiqué ».")
    return [
        Finding("poll_without_n", message, f"{figure['percentage'] or '?'} %")
        for figure in passages.values(page, PollFigureBlock)
        if not figure.get("respondents")
    ]


def _in_text(page):
    """The meetings the page's sentences refer to."""
    soups = (BeautifulSoup(html, "html.parser") for html in passages.texts(page))
    tags = (tag for soup in soups for tag in soup("embed", embedtype=EMBED_TYPE))
    return [key for key in (key_of(tag.attrs) for tag in tags) if key]


def _agrees(meeting, mention):
    if (
        mention.year
        and not meeting.start_date.year <= mention.year <= meeting.last_day.year
    ):
        return False
    if not meeting.knows_the_day:
        return meeting.start_date.month == mention.month
    return (mention.day, mention.month) in _days(meeting)


def _days(meeting):
    count = (meeting.last_day - meeting.start_date).days + 1
    days = (meeting.start_date + timedelta(days=number) for number in range(count))
    return {(day.day, day.month) for day in days}


def _is_history(mention, meetings):
    if not (mention.year and meetings):
        return False
    first = min(meeting.start_date for meeting in meetings)
    return (mention.year, mention.month, mention.day) < (
        first.year,
        first.month,
        first.day,
    )


def _unknown_date(mention, meetings):
    message = _("No linked meeting takes place that day.")
    near = [m for m in meetings if mention.day == m.start_date.day]
    if near:
        message = _(
            "No linked meeting takes place that day; is it « %(meeting)s »?"
        ) % {"meeting": near[0]}
    return Finding("unknown_date", message, mention.text)


def _after(text):
    """What a sentence still says of the date it has just named."""
    return SENTENCE_END.split(text[:NEAR])[0]


def _of_known_date(mention, sentence, known):
    if all(meeting.to_confirm for meeting in known):
        message = _("This date is to be confirmed: insert the meeting, which says so.")
        return [Finding("date_to_confirm", message, mention.text)]
    hours = typed_dates.hours(sentence)
    if hours and not any(_agree(hours, meeting) for meeting in known):
        message = _("That day the meeting is %(hours)s.") % {
            "hours": known[0].hour_words
        }
        return [Finding("other_hours", message, mention.text + sentence)]
    return []


def _agree(hours, meeting):
    """Two hours are those of the meeting; one may be that of a moment within it."""
    if meeting.is_all_day:
        return True
    if len(hours) >= 2 and meeting.end_time:
        return hours[:2] == [meeting.start_time, meeting.end_time]
    return meeting.start_time <= hours[0] <= (meeting.end_time or hours[0])
