"""The needs as readers see them: in order, with voices, past ranks and answers."""

from dataclasses import dataclass

from django.db.models import Prefetch

from events.models import Meeting
from services.wording import Said, said
from trainings import answers, sessions
from trainings.answers import Answer
from trainings.models import NeedRank, TrainingNeed


@dataclass(frozen=True)
class RankGiven:
    """The rank a public meeting gave; ``line`` tells of the meeting."""

    line: object
    rank: int
    votes: int | None


@dataclass(frozen=True)
class Row:
    need: TrainingNeed
    title: Said
    description: Said
    answer: Answer
    # The ranks of all public meetings, the latest first.
    history: list[RankGiven]
    # The meeting where it was heard, where anybody may read about it.
    source: object
    # How much of the voices of the most wanted need it has, from 0 to 100.
    share: int

    @property
    def has_moved(self):
        """Whether several meetings ranked it, so that there is something to compare."""
        return len(self.history) > 1

    @property
    def rank_words(self):
        """« 3, 1 », the oldest first."""
        return ", ".join(str(given.rank) for given in reversed(self.history))


def rows(now, limit=None):
    """Every public need in its order, in a fixed number of queries."""
    needs = list(_known(TrainingNeed.objects.public().ranked(now), now)[:limit])
    return _drawn(needs, now)


def row(slug, now):
    """The public need of the address ``slug``, or None."""
    needs = TrainingNeed.objects.public().filter(slug=slug).ranked(now)
    return next(iter(_drawn(list(_known(needs, now)), now)), None)


def _known(needs, now):
    ranks = NeedRank.objects.given(now).select_related("meeting").latest_first()
    return needs.prefetch_related("themes", Prefetch("ranks", ranks, "given"))


def _drawn(needs, now):
    meetings = {given.meeting_id for need in needs for given in need.given}
    meetings |= {need.source_id for need in needs if need.source_id}
    told = {
        line.meeting.pk: line
        for line in sessions.lines(Meeting.objects.filter(pk__in=meetings), now)
    }
    given_to = answers.to(needs, now)
    most = max((need.voices for need in needs), default=0)
    return [_row(need, given_to[need.pk], told, most) for need in needs]


def _row(need, answer, told, most):
    return Row(
        need=need,
        title=said(need, "title"),
        description=said(need, "description"),
        answer=answer,
        history=[
            RankGiven(told[given.meeting_id], given.rank, given.votes)
            for given in need.given
            if given.meeting_id in told
        ],
        source=told.get(need.source_id),
        share=round(100 * need.voices / most) if most else 0,
    )
