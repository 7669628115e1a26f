"""What answers a need to learn: sessions held or to come, offers without a date."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from events.lines import Line
from portal.core import when
from trainings import sessions
from trainings.models import Training


@dataclass
class Answer:
    """What public trainings give to one need, as it is now."""

    trainings: list[Training] = field(default_factory=list)
    # The latest held, and the next to come.
    held: Line | None = None
    coming: Line | None = None

    @property
    def is_on_demand(self):
        return any(training.is_on_demand for training in self.trainings)

    @property
    def is_elsewhere(self):
        """True where a partner's own page says when, and nothing else is known."""
        dated = self.held or self.coming or self.is_on_demand
        return not dated and any(training.url for training in self.trainings)

    @property
    def is_missing(self):
        return not (self.held or self.coming or self.is_on_demand or self.is_elsewhere)

    @property
    def words(self):
        """All of it in one line, for papers and files."""
        said = [
            (self.coming, lambda: self.coming_words),
            (self.held, lambda: self.held_words),
            (self.is_on_demand, lambda: _("On demand")),
            (self.is_elsewhere, lambda: _("Offered by a partner")),
            (self.is_missing, lambda: _("No offer so far")),
        ]
        return " · ".join(words() for holds, words in said if holds)

    @property
    def held_words(self):
        """« Répondu le 25 novembre 2025 (16) »"""
        facts = {"day": _day(self.held), "count": self.held.meeting.attendance}
        if facts["count"] is None:
            return _("Answered on %(day)s") % facts
        return _("Answered on %(day)s (%(count)s)") % facts

    @property
    def coming_words(self):
        return _("Session to come on %(day)s") % {"day": _day(self.coming)}


def to(needs, now):
    """The ``Answer`` to each of ``needs``, by their pk, in a few queries."""
    found = Training.objects.public().filter(needs__in=needs).distinct()
    trainings = list(found.prefetch_related("needs"))
    dates = sessions.of(trainings, now)
    answers = defaultdict(Answer)
    for training in trainings:
        for need in training.needs.all():
            _add(answers[need.pk], training, dates[training.pk])
    return answers


def _add(answer, training, dates):
    answer.trainings.append(training)
    held = [line for line in dates.past if line.took_place][:1]
    known = [answer.held] if answer.held else []
    answer.held = max(known + held, key=lambda line: line.meeting.over_at, default=None)
    known = [answer.coming] if answer.coming else []
    answer.coming = min(
        known + dates.coming[:1], key=lambda line: line.meeting.over_at, default=None
    )


def _day(line):
    meeting = line.meeting
    if not meeting.knows_the_day:
        return when.month(meeting.start_date)
    return when.day(meeting.start_date, weekday=False)
