"""How many came: what an editor typed, else who was ticked at the door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events import corrections, reception
from events.models import Meeting
from events.models.attendance import Figures
from portal.core import edition
from tests.events.people import NOW, START, make_morning, make_person, sign_up
from tests.making import make_concertation, make_concertation_page, make_site, report

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
COUNTS = st.none() | st.integers(min_value=0, max_value=300)


def held(**facts):
    """A morning to which two came who had registered, one who had not, one not."""
    meeting = make_morning(**facts)
    for _ in range(2):
        reception.check_in(sign_up(meeting), now=START)
    sign_up(meeting)
    reception.walk_in(meeting, person=make_person(email=""), now=START)
    return Meeting.objects.get(pk=meeting.pk)


def test_who_was_ticked_is_counted():
    assert held().figures == Figures(None, 2, 1)
    assert held().attendance == 3


def test_presenters_are_added_to_who_was_ticked():
    assert held(presenters=20).attendance == 23


@pytest.mark.parametrize(
    ("typed", "total"),
    [
        ({"participants": 37}, 37),
        ({"participants": 37, "walk_ins": 2}, 39),
        ({"walk_ins": 0}, 0),
    ],
)
def test_what_an_editor_typed_holds(typed, total):
    assert held(**typed).attendance == total


def test_where_nobody_was_ticked_nothing_is_said():
    meeting = make_morning()
    sign_up(meeting)

    assert meeting.attendance is None


def test_whoever_is_erased_is_still_counted():
    meeting = held()
    for registration in meeting.registrations.present():
        corrections.erase(registration, now=START)

    assert Meeting.objects.get(pk=meeting.pk).figures == Figures(None, 2, 1)


def test_a_list_of_meetings_counts_them_all_without_asking_of_each(
    django_assert_num_queries,
):
    held(), held()

    # The meetings, their themes and their needs.
    with django_assert_num_queries(3):
        meetings = list(Meeting.objects.with_facts())
        assert [meeting.attendance for meeting in meetings] == [3, 3]


@given(presenters=COUNTS, participants=COUNTS, walk_ins=COUNTS)
def test_the_total_is_the_sum_of_what_is_known(presenters, participants, walk_ins):
    figures = Figures(presenters, participants, walk_ins)
    known = [part for part in (presenters, participants, walk_ins) if part is not None]

    assert figures.total == (sum(known) if known else None)


def test_the_report_shows_them_and_follows_late_ticks(client):
    make_site()
    meeting = held(concertation=make_concertation())
    parent = make_concertation_page(meeting.concertation)
    page = report(meeting, parent)
    late = sign_up(meeting, now=NOW)
    before = edition.current().number

    reception.check_in(late, now=START)

    assert edition.current().number > before
    assert "<dd>4</dd>" in client.get(page.url).content.decode()


def test_ticks_without_a_report_leave_the_caches_alone():
    registration = sign_up(make_morning())
    before = edition.current().number

    reception.check_in(registration, now=START)

    assert edition.current().number == before
