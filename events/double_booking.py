"""What is already held at the time an editor thinks of, so that nobody is asked twice.

Two dates clash when they share a half-day (before 13 h, and from then on) and either a
commune or a theme. It is told, and never stands in the way.
"""

from dataclasses import dataclass
from datetime import time, timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.text import capfirst

from events.lines import lines
from events.models import Meeting, PartnerEntry

NOON = time(13)
MORNING, AFTERNOON = "morning", "afternoon"
WHOLE_DAY = frozenset({MORNING, AFTERNOON})
ONE_DAY = timedelta(days=1)
# Longer ones take no half-day of anybody.
LONGEST = timedelta(days=31)


@dataclass(frozen=True)
class Held:
    """One date that clashes, as a line for the editor."""

    title: str
    when: str
    place: str
    # Who holds it; empty for the network itself.
    partner: str
    url: str


def half_days(timing):
    """The half-days a meeting takes, as (day, half) pairs."""
    span = range(min(timing.last_day - timing.start_date, LONGEST).days + 1)
    days = [timing.start_date + ONE_DAY * number for number in span]
    return {(day, half) for day in days for half in _halves_on(timing, day)}


def held(timing, *, commune, themes, now, besides=None):
    """What clashes with ``timing``, the first first; ``besides`` is left out.

    Meetings that are called off and months without a day are none; neither is what a
    partner withdrew or cancelled, nor what the team refused.
    """
    taken = half_days(timing)
    themes = list(themes)
    meetings = [
        meeting
        for meeting in _meetings(timing, commune, themes).exclude(pk=besides)
        if meeting.takes_place and half_days(meeting) & taken
    ]
    entries = [
        entry for entry in _entries(timing, commune, themes) if half_days(entry) & taken
    ]
    return [
        *(_of_a_meeting(line) for line in lines(meetings, now)),
        *(_of_a_partner(entry) for entry in entries),
    ]


def themes_of(concertation, themes):
    """Those a meeting is about: its own, and its concertation's."""
    own = set(themes)
    return own | {concertation.theme} if concertation else own


def _halves_on(timing, day):
    if timing.is_all_day:
        return WHOLE_DAY
    begins = timing.start_time if day == timing.start_date else time.min
    ends = timing.end_time if day == timing.last_day else time.max
    halves = {MORNING if begins < NOON else AFTERNOON}
    if ends and ends > NOON:
        halves.add(AFTERNOON)
    return halves


def _meetings(timing, commune, themes):
    there = Q(venue__commune=commune) if commune else Q(pk__in=[])
    about = Q(themes__in=themes) | Q(concertation__theme__in=themes)
    found = _during(Meeting.objects.filter(there | about), timing)
    known_days = Meeting.objects.filter(date_precision=Meeting.Precision.DAY)
    return known_days.filter(pk__in=found.values("pk")).with_facts().in_order()


def _entries(timing, commune, themes):
    known = PartnerEntry.objects.known().exclude(state=PartnerEntry.State.REFUSED)
    there = known.in_communes(commune) if commune else known.none()
    found = _during((there | known.about(*themes)).filter(is_cancelled=False), timing)
    return found.with_facts().in_order()


def _during(records, timing):
    """Those with a day in common, whatever the hours."""
    ended = Coalesce("end_date", "start_date")
    return records.annotate(ended=ended).filter(
        start_date__lte=timing.last_day, ended__gte=timing.start_date
    )


def _of_a_meeting(line):
    meeting = line.meeting
    facts = [meeting.day_words, meeting.hour_words]
    return Held(
        title=line.title,
        when=capfirst(", ".join(fact for fact in facts if fact)),
        place=line.place,
        partner="",
        url=reverse("wagtailsnippets_events_meeting:edit", args=[meeting.pk]),
    )


def _of_a_partner(entry):
    return Held(
        title=entry.shown_title,
        when=capfirst(entry.when_words),
        place=entry.shown_place,
        partner=entry.calendar.organisation,
        url=reverse("wagtailsnippets_events_partnerentry:edit", args=[entry.pk]),
    )
