"""Who registered is forgotten when the form said so, to the day; figures stay."""

from datetime import date, timedelta

import pytest

from events import attestations, forgetting, notices, reception, seats
from events.models import AccessNeed, Meeting, Registration
from portal.core import retention, worker
from tests.events.people import NOW, make_morning, sign_up
from tests.events.post import send_all
from tests.making import brussels

pytestmark = pytest.mark.django_db
# The meeting is on 20 January.
NEXT_DAY = brussels(2026, 1, 21)
THREE_MONTHS = brussels(2026, 4, 20)
MOMENT = timedelta(seconds=1)


@pytest.fixture
def morning():
    return make_morning(capacity=1)


def names(*people):
    known = Registration.objects.in_bulk([person.pk for person in people])
    return [bool(known[person.pk].family_name) for person in people]


def test_who_came_is_forgotten_three_months_after(morning):
    person = sign_up(morning)
    reception.check_in(person, now=morning.beginning())

    assert forgetting.forget_registrations(now=THREE_MONTHS - MOMENT) == 0
    assert names(person) == [True]
    assert forgetting.forget_registrations(now=THREE_MONTHS) == 1
    assert names(person) == [False]


def test_a_meeting_chooses_how_many_months(morning):
    Meeting.objects.update(kept_months=1)
    person = sign_up(morning)

    forgetting.forget_registrations(now=brussels(2026, 2, 20) - MOMENT)
    assert names(person) == [True]
    forgetting.forget_registrations(now=brussels(2026, 2, 20))
    assert names(person) == [False]


def test_who_waited_or_gave_up_is_forgotten_the_day_after(morning):
    seated, gone, waiting = (sign_up(morning) for _ in range(3))
    seats.leave(gone, now=NOW)

    assert forgetting.forget_registrations(now=NEXT_DAY - MOMENT) == 0
    assert forgetting.forget_registrations(now=NEXT_DAY) == 2
    assert names(seated, gone, waiting) == [True, False, False]


def test_needs_for_access_go_first(morning):
    person = sign_up(morning, access_need="Une boucle auditive")

    forgetting.forget_registrations(now=NEXT_DAY - MOMENT)
    assert AccessNeed.objects.exists()
    forgetting.forget_registrations(now=NEXT_DAY)
    assert not AccessNeed.objects.exists()
    assert names(person) == [True]


def test_nothing_is_left_by_which_one_may_be_known(morning):
    sign_up(
        morning,
        organisation="Un service",
        role="Infirmière",
        question="Et la nuit ?",
        answers={"atelier": "B"},
    )
    send_all(NOW)

    forgetting.forget_registrations(now=THREE_MONTHS)

    person = Registration.objects.get()
    kept = [person.given_name, person.family_name, person.email, person.organisation]
    assert not any([*kept, person.role, person.question, person.answers])
    (mail,) = notices.mail_of(person)
    assert (mail.to, mail.text, mail.attachments) == ("", "", [])


def test_how_many_came_stays_known(morning):
    person = sign_up(morning)
    sign_up(morning)
    reception.check_in(person, now=morning.beginning())

    forgetting.forget_registrations(now=THREE_MONTHS)

    assert morning.registrations.present().count() == 1
    assert morning.registrations.waiting().count() == 1


def test_days_are_those_of_brussels():
    """21 January begins there at 23:00 UTC on the 20th."""
    morning = make_morning(capacity=0)
    sign_up(morning)

    assert brussels(2026, 1, 21).utcoffset() == timedelta(hours=1)
    assert forgetting.forget_registrations(now=brussels(2026, 1, 20, 23, 59)) == 0
    assert forgetting.forget_registrations(now=brussels(2026, 1, 21)) == 1


def test_a_meeting_of_several_days_counts_from_its_last():
    morning = make_morning(capacity=0, end_date=date(2026, 1, 22))
    sign_up(morning)

    assert forgetting.forget_registrations(now=brussels(2026, 1, 22, 23)) == 0
    assert forgetting.forget_registrations(now=brussels(2026, 1, 23)) == 1


def test_a_meeting_without_a_last_hour_counts_from_its_own_day():
    meeting = make_morning(capacity=0)
    meeting.end_time = None
    meeting.save()
    sign_up(meeting)

    assert meeting.others_forgotten_on == date(2026, 1, 21)
    assert forgetting.forget_registrations(now=NEXT_DAY) == 1


def test_who_waits_for_a_postponed_meeting_is_not_forgotten_the_day_after(morning):
    Meeting.objects.update(status=Meeting.Status.POSTPONED)
    meeting = Meeting.objects.get()

    assert meeting.others_forgotten_on == meeting.all_forgotten_on


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 20), 3, date(2026, 4, 20)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (date(2026, 10, 31), 2, date(2026, 12, 31)),
    ],
)
def test_months_after_a_day_end_on_the_same_or_the_last(day, months, later):
    assert retention.months_after(day, months) == later


def test_forgetting_keeps_to_its_limit_and_comes_to_an_end(morning):
    for _ in range(3):
        sign_up(morning, access_need="Une rampe")
    counts = [
        forgetting.forget_registrations(now=THREE_MONTHS, limit=2) for _ in range(4)
    ]

    assert max(counts) == 2
    assert counts[-1] == 0
    assert not Registration.objects.filter(anonymised_at=None).exists()


def test_a_dry_run_forgets_nobody(morning):
    person = sign_up(morning)

    assert worker.run("forget_registrations", now=THREE_MONTHS, dry_run=True) == 1
    assert names(person) == [True]


def test_the_form_says_what_the_night_does(morning):
    morning.kept_months = 7

    words = morning.keeping_words.replace("\u00a0", " ")

    assert words.startswith("Vos données sont effacées 7 mois après la rencontre ;")


def test_an_attestation_is_kept_a_year_and_outlives_the_name(morning):
    person = sign_up(morning, family_name="Exemple")
    reception.check_in(person, now=morning.beginning())
    issued = attestations.issue(person, now=NEXT_DAY)
    year_later = brussels(2027, 1, 21)

    forgetting.forget_registrations(now=THREE_MONTHS)
    assert names(person) == [False]
    assert attestations.find(issued.number).name.endswith("Exemple")
    assert forgetting.forget_attestations(now=year_later - MOMENT) == 0
    assert forgetting.forget_attestations(now=year_later) == 1
    assert attestations.find(issued.number) is None
