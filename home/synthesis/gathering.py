"""The synthesis of a period: every number is counted from what is public.

Meetings are those a reader can read about; attendance, observations, leads and actions
are those of these meetings alone, so that the whole is the sum of its reports.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from html import unescape

from django.db.models import Count, F, Q
from django.utils.html import strip_tags
from wagtail.rich_text import expand_db_html

from events import agenda
from events.lines import lines
from events.models import CollectiveAction, Meeting, Observation, ReportLead, ReportPage
from portal.core.models import Commune, Theme
from services.models import Need

# A sign that no text holds.
APART = "\x1e"
# How many of a kind a page shows; the paper and the table hold all of them.
SHOWN = 30
# What the figures rest on.
COUNTED = ("presenters", "participants", "walk_ins")
OBSTACLE = Observation.Kind.OBSTACLE


@dataclass(frozen=True)
class Scope:
    """Which meetings: from ``first`` to ``last``, both included."""

    first: date
    last: date
    theme: Theme | None = None
    # None of them: all.
    bassins: tuple = ()

    def meetings(self, now):
        """Those that took place, the first one first."""
        held = (
            agenda.public()
            .past(now)
            .filter(start_date__gte=self.first, start_date__lte=self.last)
        )
        held = held.exclude(status=Meeting.Status.CANCELLED)
        if self.theme:
            held = held.about(self.theme)
        if self.bassins:
            chosen = Q(concertation__bassin__in=self.bassins)
            chosen |= Q(concertation=None, venue__commune__bassin__in=self.bassins)
            held = held.filter(chosen)
        return Meeting.objects.filter(pk__in=held.order_by().values("pk")).in_order()


@dataclass(frozen=True)
class StateCount:
    label: str
    actions: list


@dataclass(frozen=True)
class Lead:
    """What was suggested, in plain words, and where."""

    words: str
    meeting: Meeting


@dataclass
class Synthesis:
    scope: Scope
    now: datetime
    # Those that took place, the first one first.
    meetings: list[Meeting]
    # How many of them left a published report.
    reported: int
    # Those heard at these meetings, with ``heard``: at how many of them.
    needs_heard: list[Observation]
    obstacles: list[Observation]
    # What its reports suggest: the source of each, and the key of its meeting.
    told: list
    actions: list[StateCount]

    @cached_property
    def lines(self):
        """What readers are shown of each meeting."""
        return self._lines(self.meetings)

    @cached_property
    def latest_lines(self):
        """Those of the latest meetings, the first one first."""
        return self._lines(self.meetings[-SHOWN:])

    @cached_property
    def leads(self):
        return _leads(self.told)

    @cached_property
    def first_leads(self):
        return _leads(self.told[:SHOWN])

    @property
    def left_out(self):
        """How many meetings ``latest_lines`` leaves out."""
        return max(len(self.meetings) - SHOWN, 0)

    def _lines(self, meetings):
        keys = [meeting.pk for meeting in meetings]
        known = Meeting.objects.filter(pk__in=keys).in_order().with_facts()
        return lines(known, self.now)

    @property
    def attendance(self):
        """How many came in all, of the meetings whose attendance is known."""
        return sum(meeting.attendance or 0 for meeting in self.meetings)

    @property
    def uncounted(self):
        """How many meetings nobody counted."""
        return sum(meeting.attendance is None for meeting in self.meetings)

    @property
    def observation_count(self):
        return len(self.needs_heard) + len(self.obstacles)

    @property
    def action_count(self):
        return sum(len(state.actions) for state in self.actions)


def gather(scope, now):
    """The synthesis of ``scope``, in a number of queries that does not grow."""
    held = scope.meetings(now)
    heard = _heard(held)
    return Synthesis(
        scope=scope,
        now=now,
        meetings=list(held.with_attendance().only(*COUNTED)),
        reported=_reports(held).values("meeting").distinct().count(),
        needs_heard=[one for one in heard if one.kind != OBSTACLE],
        obstacles=[one for one in heard if one.kind == OBSTACLE],
        told=_told(held),
        actions=_actions(held),
    )


def meetings_by_need(meetings):
    """How many of ``meetings`` were about each of the needs, by their keys."""
    through = Meeting.needs.through.objects.filter(meeting__in=meetings)
    return Counter(through.values_list("need_id", flat=True))


def all_needs():
    return list(Need.objects.all())


def communes_of(bassins):
    """Those of ``bassins``; of none of them all, with those shared by several last."""
    communes = Commune.objects.filter(is_commune=True)
    if bassins:
        communes = communes.filter(bassin__in=bassins)
    return list(communes.order_by(F("bassin__name_fr").asc(nulls_last=True), "name_fr"))


def _heard(held):
    at_these = Q(sightings__meeting__in=held.order_by().values("pk"))
    heard = Observation.objects.public().with_state().filter(at_these)
    counted = heard.annotate(heard=Count("sightings", filter=at_these, distinct=True))
    return list(counted.select_related("theme").order_by("-heard", "noted_at", "pk"))


def _told(held):
    found = ReportLead.objects.filter(report__in=_reports(held).values("pk"))
    rows = found.order_by("report", "pk").values_list("source", "report__meeting")
    return list(rows)


def _leads(told):
    """Leads in plain words; the meetings inside them are all drawn at once."""
    meetings = Meeting.objects.in_bulk({meeting for _source, meeting in told})
    drawn = expand_db_html(APART.join(source for source, _meeting in told))
    return [
        Lead(_plain(html), meetings[meeting])
        for html, (_source, meeting) in zip(drawn.split(APART), told, strict=False)
    ]


def _reports(held):
    reports = ReportPage.objects.published().order_by()
    return reports.filter(meeting__in=held.order_by().values("pk"))


def _plain(html):
    return " ".join(unescape(strip_tags(html)).split())


def _actions(held):
    decided = CollectiveAction.objects.public().filter(meeting__in=held)
    known = list(decided.open_first().with_reasons())
    return [
        StateCount(label, those)
        for state, label in CollectiveAction.State.choices
        if (those := [action for action in known if action.state == state])
    ]
