"""Lists of participants as files."""

import pytest

from events import exports, participants, seats
from events.models import AccessNeed
from events.participants import Participants
from tests.events.asking import choosing, make_question
from tests.events.people import NOW, make_morning, sign_up, sign_up_many
from tests.making import make_commune

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


def keys(meeting, **terms):
    return [column.key for column in exports.columns(meeting, **terms)]


def table(meeting, which, *chosen):
    found = {column.key: column for column in exports.columns(meeting, with_needs=True)}
    people = exports.rows(Participants(meeting), which)
    return [[found[key].value(who) for key in chosen] for who in people]


def test_needs_for_access_are_a_column_only_for_who_may_read_them():
    meeting = make_morning()

    assert "access_need" in keys(meeting, with_needs=True)
    assert "access_need" not in keys(meeting, with_needs=False)


def test_each_question_of_the_editors_is_a_column():
    meeting = make_morning()
    workshop = make_question(meeting, choices={"Mobile": 2, "Crise": None})
    meal = make_question(
        meeting,
        label_fr="Repas",
        field_type="checkboxes",
        choices={"sans gluten": None, "halal": None},
    )
    fed = choosing(meal, "sans gluten", "halal")
    sign_up(meeting, answers={**choosing(workshop, "Mobile"), **fed})
    sign_up(meeting, answers=choosing(workshop, "Crise"))

    asked = [f"answer/{question.key}" for question in (workshop, meal)]
    assert keys(meeting, with_needs=False)[-2:] == asked
    assert table(meeting, "all", *asked) == [
        ["Mobile", "sans gluten, halal"],
        ["Crise", None],
    ]


def test_one_exports_the_seated_those_who_wait_or_all():
    meeting = make_morning(capacity=1)
    gone, seated, waiting = sign_up_many(meeting, 3)
    seats.cancel(gone, now=NOW)
    meeting.promotes_by_offer = False
    seats.offers.accept(seated, now=NOW)

    found = {
        which: [row for [row] in table(meeting, which, "reference")]
        for which in exports.ROWS
    }

    assert found == {
        "confirmed": [seated.reference],
        "waiting": [waiting.reference],
        "live": [seated.reference, waiting.reference],
        "all": [gone.reference, seated.reference, waiting.reference],
    }


def test_a_row_says_rank_commune_and_need():
    meeting = make_morning(capacity=1)
    sign_up(meeting)
    waiting = sign_up(meeting, organisation="Le Sas")
    AccessNeed.objects.create(registration=waiting, text="boucle auditive")
    commune = make_commune()
    participants.place({"le sas": commune})

    assert table(meeting, "waiting", "rank", "commune", "access_need") == [
        [1, commune, "boucle auditive"]
    ]


def test_rows_cost_the_same_for_few_and_for_many(django_assert_num_queries):
    meeting = make_morning()
    sign_up_many(meeting, 8)

    with django_assert_num_queries(6):
        rows = table(meeting, "all", *[column.key for column in exports.STANDARD])
    assert len(rows) == 8


def test_an_export_is_noted_with_nothing_of_anybody(django_user_model):
    meeting = make_morning()
    who = sign_up(meeting)
    by = django_user_model.objects.create_user("dominique")
    chosen = exports.columns(meeting, with_needs=True)

    exports.note(meeting, by=by, chosen=chosen, which="all", rows=1, kind="csv")

    [entry] = exports.noted(meeting)
    assert (entry.user, entry.data["rows"], entry.data["format"]) == (by, 1, "csv")
    said = f"{entry.label} {entry.data}"
    for secret in (who.family_name, who.email, who.organisation, who.reference):
        assert secret not in said
    assert not exports.noted(make_morning())
