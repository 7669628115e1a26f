"""A year of a team's requests, by quarter: what they were, and what came of them.

Counted by the day they came, in Brussels. Small numbers are hidden (``disclosure``), on
the screen and in files alike.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core import working_hours
from services.models import SupportOutcome, SupportRequest
from services.support import disclosure

QUARTERS = 4
DELAYS = (
    (1, gettext_lazy("within 1 working day")),
    (5, gettext_lazy("2 to 5 working days")),
    (10, gettext_lazy("6 to 10 working days")),
    (None, gettext_lazy("more than 10 working days")),
)


@dataclass(frozen=True)
class Row:
    label: str
    # One per quarter, then the year; None where it is hidden.
    numbers: list
    code: str = ""


@dataclass(frozen=True)
class Table:
    name: str
    heading: str
    rows: list

    @property
    def may_teach(self):
        """Whether its lines are difficulties, which other rooms may learn from."""
        return self.name == SupportOutcome.Sort.DIFFICULTY

    @property
    def highest(self):
        """The longest bar."""
        years = [row.numbers[-1] or 0 for row in self.rows]
        return max([*years, disclosure.FEWEST])


class Year:
    """The requests a team received in ``year``, and how they may be shown."""

    def __init__(self, team, year):
        self.team = team
        self.year = year
        start = datetime(year, 1, 1, tzinfo=working_hours.BRUSSELS)
        end = datetime(year + 1, 1, 1, tzinfo=working_hours.BRUSSELS)
        known = SupportRequest.objects.filter(team=team).received_in(start, end)
        self.requests = list(known.select_related("kind", "level", "commune"))
        self.true_totals = self._line(self.requests)
        self.totals = disclosure.shown_totals(self.true_totals)

    @property
    def tables(self):
        """Each way of counting; the last two count a request once per code it has."""
        return [
            self._table("kind", _("Kind"), lambda one: one.kind.name),
            self._table("level", _("Level"), _level),
            self._table("sector", _("Sector"), lambda one: one.get_sector_display()),
            self._table("commune", _("Commune"), _commune),
            self._table("delay", _("Time to the first answer"), _delay),
            self._codes("result", _("Results")),
            self._codes("difficulty", _("Difficulties")),
        ]

    def _table(self, name, heading, category):
        """Every request once: the lines add up to the totals."""
        groups = {}
        for request in self.requests:
            groups.setdefault(category(request), []).append(request)
        labels = sorted(groups)
        rows = [self._line(groups[label]) for label in labels]
        shown = disclosure.protected(rows, (self.true_totals, self.totals))
        # By what is shown: the order must not tell what is hidden.
        lines = sorted(map(Row, labels, shown), key=lambda row: -(row.numbers[-1] or 0))
        return Table(name, heading, lines)

    def _codes(self, sort, heading):
        requests = {request.pk: request for request in self.requests}
        through = SupportRequest.outcomes.through.objects.filter(
            supportrequest__in=requests, supportoutcome__sort=sort
        )
        given = {}
        for request, code in through.values_list(
            "supportrequest_id", "supportoutcome_id"
        ):
            given.setdefault(code, []).append(requests[request])
        known = SupportOutcome.objects.select_related("level").filter(sort=sort)
        rows = [(one, self._line(given.get(one.pk, []))) for one in known]
        shown = disclosure.protected([numbers for _one, numbers in rows])
        lines = [
            Row(f"{one.level} – {one}", numbers, one.code)
            for (one, _numbers), numbers in zip(rows, shown, strict=True)
        ]
        return Table(sort, heading, lines)

    def _line(self, requests):
        counts = Counter(_quarter(request) for request in requests)
        return [*(counts[number] for number in range(QUARTERS)), len(requests)]


def years_of(team, today):
    """The years in which it received something, and this one; the latest first."""
    known = SupportRequest.objects.filter(team=team).dates("created_at", "year")
    return sorted({today.year, *(day.year for day in known)}, reverse=True)


def table_of(year):
    """All of it as headings and rows, for a file."""
    headings = [_("Counted by"), _("Value"), *columns(year.year)]
    rows = [[_("All requests"), "", *map(_cell, year.totals)]]
    for table in year.tables:
        rows += [
            [table.heading, row.label, *map(_cell, row.numbers)] for row in table.rows
        ]
    return headings, rows


def columns(year):
    return [*(f"T{number}" for number in range(1, QUARTERS + 1)), str(year)]


def _cell(number):
    return _("hidden") if number is None else number


def _quarter(request):
    received = timezone.localtime(request.created_at, working_hours.BRUSSELS)
    return (received.month - 1) // 3


def _level(request):
    return request.level.name if request.level else _("Not said")


def _commune(request):
    return request.commune.name if request.commune else _("Not said")


def _delay(request):
    if request.answered_at is None:
        return _("not answered")
    first, last = (
        timezone.localdate(moment, working_hours.BRUSSELS)
        for moment in (request.created_at, request.answered_at)
    )
    days = working_hours.days_between(first, last)
    return str(next(words for most, words in DELAYS if most is None or days <= most))
