"""What the network decided is followed until it ends, and nothing overdue is hidden."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from events import following, impasses
from events.models import (
    ActionsPage,
    CollectiveAction,
    ConcertationIndexPage,
    Impasse,
    Milestone,
)
from services.models import SupportLevel, SupportOutcome
from tests.events.memory_stories import decided
from tests.making import (
    announce,
    brussels,
    make_concertation,
    make_meeting,
    make_site,
)

pytestmark = pytest.mark.django_db
NOW = brussels(2026, 11, 30, 10)
BEFORE, AFTER = date(2026, 11, 29), date(2026, 12, 1)


@pytest.fixture
def listing():
    make_site()
    page = ActionsPage(title="Suivi des actions", slug="actions")
    ConcertationIndexPage.objects.get().add_child(instance=page)
    return page


@pytest.mark.parametrize("state", CollectiveAction.State.values)
def test_an_action_is_open_or_ended_never_both(state):
    ended = date(2026, 1, 1) if state in {"done", "dropped"} else None
    decided(state=state, ended_on=ended, why_dropped_fr="trop tard")

    is_open = CollectiveAction.objects.open().exists()
    assert is_open != CollectiveAction.objects.ended().exists()


def test_an_action_is_dropped_for_a_reason(listing):
    with pytest.raises(IntegrityError), transaction.atomic():
        decided(state="dropped", ended_on=date(2026, 1, 1))


def test_an_editor_is_told_in_french_what_a_dropped_action_needs(listing):
    action = CollectiveAction(title_fr="x", owner="x", state="dropped", ended_on=BEFORE)

    with pytest.raises(ValidationError, match="Dites en français pourquoi"):
        action.full_clean()


@pytest.mark.parametrize(
    ("due", "state", "is_late"),
    [
        (BEFORE, "running", True),
        (date(2026, 11, 30), "running", False),
        (AFTER, "studied", False),
        (None, "decided", False),
        (BEFORE, "done", False),
    ],
)
def test_what_is_overdue_is_open_and_its_day_is_past(listing, due, state, is_late):
    decided(due_on=due, state=state, ended_on=BEFORE if state == "done" else None)

    assert following.overdue(NOW).exists() is is_late


def test_a_missed_milestone_makes_its_action_overdue(listing):
    action = decided(state="running")
    Milestone.objects.create(action=action, title_fr="Étape", due_on=BEFORE)

    assert list(following.overdue(NOW)) == [action]

    Milestone.objects.update(done_on=BEFORE)
    assert not following.overdue(NOW).exists()


def test_the_page_shows_what_is_open_first_and_hides_what_is_not_public(
    listing, client
):
    decided("Fini depuis longtemps", state="done", ended_on=BEFORE)
    decided("Encore à faire", state="running", due_on=BEFORE)
    decided("Secret", is_public=False)

    text = client.get(listing.url).content.decode()

    assert text.index("Encore à faire") < text.index("Fini depuis longtemps")
    assert "En retard" in text
    assert "Secret" not in text


def test_the_next_meeting_opens_with_what_is_still_to_be_done(listing, client):
    concertation = make_concertation()
    first = make_meeting(concertation=concertation, start_date=date(2026, 1, 20))
    following_one = make_meeting(
        concertation=concertation, start_date=date(2099, 1, 20)
    )
    decided("Encore à faire", meeting=first)
    decided("Fini", meeting=first, state="done", ended_on=BEFORE)

    text = client.get(announce(following_one).url).content.decode()

    assert "Encore à faire" in text
    assert "Fini" not in text


def test_a_meeting_that_is_over_opens_with_nothing(listing):
    concertation = make_concertation()
    meeting = make_meeting(concertation=concertation)
    decided(meeting=make_meeting(concertation=concertation))

    assert following.opening(meeting, NOW) == []


def test_the_first_screen_lists_what_is_overdue(listing, admin_client):
    decided("À relancer", due_on=BEFORE)

    assert "À relancer" in admin_client.get(reverse("wagtailadmin_home")).text


@pytest.mark.parametrize(("count", "shown"), [(1, None), (4, None), (5, 5), (12, 12)])
def test_few_impasses_of_a_kind_are_not_told(listing, count, shown):
    level = SupportLevel.objects.create(code="niveau", name_fr="Institutions")
    difficulty = SupportOutcome.objects.create(
        code="tardive", level=level, sort="difficulty", name_fr="Demande tardive"
    )
    for _one in range(count):
        impasses.note(difficulty, now=NOW)

    (told,) = impasses.register(NOW).levels
    assert [row.count for row in told.rows] == [shown]


def test_of_an_impasse_the_month_alone_is_kept(listing):
    level = SupportLevel.objects.create(code="niveau", name_fr="Institutions")
    difficulty = SupportOutcome.objects.create(
        code="tardive", level=level, sort="difficulty", name_fr="Demande tardive"
    )

    impasses.note(difficulty, now=NOW)

    assert Impasse.objects.get().met_on == date(2026, 11, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Impasse.objects.update(met_on=date(2026, 11, 2))
