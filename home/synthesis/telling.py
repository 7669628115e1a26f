"""A synthesis in words and rows: the same on the page, on paper and in a file."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.synthesis import coverage
from home.synthesis.gathering import Synthesis
from portal.core import when


@dataclass(frozen=True)
class Table:
    heading: str
    columns: list
    rows: list
    # The column that takes the room there is; None where all take the same.
    widest: int | None


def title(scope):
    """« Synthèse Santé mentale, du 1 janvier au 31 décembre 2025 »"""
    names = [str(scope.theme)] if scope.theme else []
    names += [str(bassin) for bassin in scope.bassins]
    about = " – ".join([_("Synthesis"), *names])
    return f"{about}, {period(scope)}"


def period(scope):
    return _("from %(first)s to %(last)s") % {
        "first": when.day(scope.first, weekday=False),
        "last": when.day(scope.last, weekday=False),
    }


def tables(synthesis: Synthesis, learning):
    """Every part of it that holds something, in the order of a yearly report."""
    parts = [
        _meetings(synthesis),
        _heard(_("Needs and difficulties heard"), synthesis.needs_heard),
        _heard(_("Recurring obstacles"), synthesis.obstacles),
        Table(
            _("Leads"),
            [_("Lead"), _("Meeting")],
            [[lead.words, lead.meeting.day_words] for lead in synthesis.leads],
            widest=0,
        ),
        _actions(synthesis),
        _learning(learning),
        _coverage(coverage.of(synthesis)),
    ]
    return [part for part in parts if part.rows]


def times(count):
    return ngettext("%(count)d meeting", "%(count)d meetings", count) % {"count": count}


def _meetings(synthesis):
    return Table(
        _("Meetings held"),
        [_("Date"), _("Meeting"), _("Present")],
        [
            [
                line.meeting.day_words,
                line.long_name,
                _("not counted")
                if line.meeting.attendance is None
                else line.meeting.attendance,
            ]
            for line in synthesis.lines
        ],
        widest=1,
    )


def _heard(heading, observations):
    columns = [_("Observation"), _("Kind"), _("Heard at"), _("How far it is")]
    rows = [
        [one.sentence, one.get_kind_display(), times(one.heard), one.state_label]
        for one in observations
    ]
    return Table(heading, columns, rows, widest=0)


def _actions(synthesis):
    return Table(
        _("Actions by state"),
        [_("State"), _("Action"), _("Who carries it")],
        [
            [state.label, action.title, action.owner]
            for state in synthesis.actions
            for action in state.actions
        ],
        widest=1,
    )


def _learning(learning):
    return Table(
        _("Training needs and answers"),
        [_("Rank"), _("Need"), _("Answer")],
        [[row.rank, row.title, row.answer] for row in learning],
        widest=1,
    )


def _coverage(matrix):
    """One line a commune: there are more of them than needs."""
    by_commune = zip(*(row.services for row in matrix.rows), strict=True)
    lines = [
        [str(commune), *counts]
        for commune, counts in zip(matrix.communes, by_commune, strict=False)
    ]
    return Table(
        _("Needs against meetings and services"),
        ["", *(row.need.short_name for row in matrix.rows)],
        [[_("Meetings"), *(row.meetings for row in matrix.rows)], *lines],
        widest=None,
    )
