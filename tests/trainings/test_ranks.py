"""Ranks come from meetings: the latest one of a concertation says which is in force."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.making import make_concertation, make_meeting
from tests.trainings.stories import NOW, make_need, rank, speak
from trainings.models import NeedRank, TrainingNeed

pytestmark = pytest.mark.django_db
NEEDS = 5
FIRST_DAY = date(2024, 1, 9)
# For each meeting, the needs it ranked, by priority.
RANKINGS = st.lists(
    st.permutations(range(NEEDS)).flatmap(
        lambda order: st.integers(0, NEEDS).map(lambda count: order[:count])
    ),
    max_size=4,
)


def ranks():
    return dict(TrainingNeed.objects.ranked(NOW).values_list("title_fr", "rank"))


def told(rankings, now=NOW):
    """Needs ranked by meetings of one concertation, and how often it was so."""
    concertation = make_concertation()
    needs = [make_need(f"{number}") for number in range(NEEDS)]
    for week, order in enumerate(rankings):
        day = FIRST_DAY + timedelta(weeks=week)
        meeting = make_meeting(concertation=concertation, start_date=day)
        for place, number in enumerate(order, start=1):
            rank(needs[number], meeting, place)
    return needs


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rankings=RANKINGS)
def test_the_rank_in_force_is_that_of_the_latest_meeting_that_ranked(db, rankings):
    with transaction.atomic():
        told(rankings)
        latest = next((order for order in reversed(rankings) if order), ())
        expected = {f"{number}": None for number in range(NEEDS)}
        expected |= {f"{number}": at for at, number in enumerate(latest, start=1)}

        assert ranks() == expected
        in_order = [need.rank for need in TrainingNeed.objects.ranked(NOW)]
        known = [place for place in in_order if place is not None]
        assert known == sorted(known), "by rank, the others after them"
        assert in_order[len(known) :] == [None] * (NEEDS - len(known))
        assert NeedRank.objects.count() == sum(map(len, rankings)), "history stays"
        transaction.set_rollback(True)


def test_each_concertation_ranks_its_own_needs():
    ours, theirs = make_need("Le nôtre"), make_need("Le leur")
    rank(ours, make_meeting(concertation=make_concertation()), 1)
    later = make_meeting(concertation=make_concertation(), start_date=date(2026, 1, 6))
    NeedRank.objects.update(meeting=make_meeting(start_date=date(2025, 5, 20)))
    rank(theirs, later, 1)

    assert ranks() == {"Le nôtre": 1, "Le leur": 1}


def test_a_meeting_to_come_ranks_nothing_yet():
    need = make_need()
    rank(need, make_meeting(start_date=NOW.date() + timedelta(days=1)), 1)

    assert ranks() == {"Un besoin": None}


@pytest.mark.parametrize("number", [0, -1])
def test_ranks_begin_at_one(number):
    with pytest.raises(IntegrityError), transaction.atomic():
        rank(make_need(), make_meeting(), number)


def test_a_meeting_gives_a_rank_once_and_a_need_one_rank():
    meeting, first, second = make_meeting(), make_need("Un"), make_need("Deux")
    rank(first, meeting, 1)

    for need, number in ((first, 2), (second, 1)):
        with pytest.raises(IntegrityError), transaction.atomic():
            rank(need, meeting, number)


def test_voices_order_only_what_no_meeting_ranked():
    ranked, wanted, quiet = make_need("Classé"), make_need("Voulu"), make_need("Autre")
    rank(ranked, make_meeting(start_date=date(2025, 5, 20)), 9)
    speak(wanted)

    assert list(TrainingNeed.objects.ranked(NOW)) == [ranked, wanted, quiet]
