"""Reminders leave two working days before, for the date that holds, to who comes."""

from datetime import date, time, timedelta

import pytest

from events import changes, reminders, scheduling, seats
from events.models import Meeting
from portal.core import worker, working_hours
from portal.core.models import OutgoingMail
from tests.events.people import NOW, make_morning, sign_up
from tests.events.post import letters_to, reason_of, send_all
from tests.making import brussels, make_site

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
# Two working days before Tuesday 20 January 2026.
MOMENT = brussels(2026, 1, 16, 9)
Status = Meeting.Status


@pytest.fixture
def morning():
    make_site()
    return make_morning(capacity=2)


@pytest.fixture
def person(morning):
    registration = sign_up(morning)
    send_all(NOW)
    return registration


def edit(meeting, *, now, **facts):
    meeting = Meeting.objects.get(pk=meeting.pk)
    for name, value in facts.items():
        setattr(meeting, name, value)
    scheduling.record(meeting, now=now)
    later = now + changes.QUIET
    changes.tell_changes(now=later)
    send_all(later)


def reminded_at(moment):
    reminders.remind_meetings(now=moment)
    return [mail.to for mail in send_all(moment) if reason_of(mail) == "reminder"]


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (date(2026, 1, 20), brussels(2026, 1, 16, 9)),
        # Easter Monday, 6 April, is no working day.
        (date(2026, 4, 8), brussels(2026, 4, 3, 9)),
        # Over the change of the clocks: 9 in the morning on both sides.
        (date(2026, 3, 30), brussels(2026, 3, 26, 9)),
        (date(2026, 10, 26), brussels(2026, 10, 22, 9)),
        # On a Saturday.
        (date(2026, 1, 24), brussels(2026, 1, 22, 9)),
        # Christmas and New Year.
        (date(2027, 1, 4), brussels(2026, 12, 30, 9)),
    ],
)
def test_a_reminder_leaves_two_working_days_before_at_nine(day, moment):
    assert reminders.moment(make_morning(start_date=day)) == moment


def test_days_before_count_working_days_only():
    friday, monday = date(2026, 1, 16), date(2026, 1, 19)

    assert working_hours.days_before(monday, 1) == friday
    assert working_hours.days_before(monday, 0) == monday


def test_who_has_a_seat_is_reminded_once(morning, person):
    assert not reminded_at(MOMENT - MINUTE)
    assert reminded_at(MOMENT) == [person.email]
    assert not reminded_at(MOMENT + MINUTE)
    assert not reminded_at(MOMENT + timedelta(days=3))


def test_a_meeting_says_how_many_days_before(morning, person):
    edit(morning, now=NOW, reminder_days=1)

    assert not reminded_at(MOMENT)
    assert reminded_at(brussels(2026, 1, 19, 9)) == [person.email]


def test_a_meeting_may_go_without_a_reminder(morning, person):
    edit(morning, now=NOW, reminder_days=0)

    assert not reminded_at(MOMENT)


def test_a_meeting_of_which_only_the_month_is_known_is_not_reminded_of():
    assert reminders.moment(make_morning(date_precision="month")) is None


def test_nobody_is_reminded_once_it_has_begun(morning, person):
    assert not reminded_at(morning.beginning())
    assert reminded_at(morning.beginning() - MINUTE) == [person.email]


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.POSTPONED])
def test_what_does_not_take_place_is_not_reminded_of(morning, person, status):
    edit(morning, now=NOW, status=status)

    assert reminders.remind_meetings(now=MOMENT) == 0


def test_who_waits_or_gave_up_is_not_reminded(morning, person):
    _second, waiting = sign_up(morning), sign_up(morning)
    send_all(NOW)
    seats.leave(waiting, now=NOW)
    seats.cancel(person, now=NOW)
    send_all(NOW)

    assert person.email not in reminded_at(MOMENT)
    assert not letters_to(waiting, "reminder")


def test_who_gives_up_before_the_reminder_leaves_does_not_get_it(morning, person):
    reminders.remind_meetings(now=MOMENT)
    seats.cancel(person, now=MOMENT)
    send_all(MOMENT)

    assert not letters_to(person, "reminder")


@pytest.mark.parametrize(
    ("hours", "is_reminded"), [(24, True), (23, False), (-5, False)]
)
def test_who_was_confirmed_just_before_or_since_is_not(morning, hours, is_reminded):
    confirmed = MOMENT - timedelta(hours=hours)
    person = sign_up(morning, now=confirmed)
    send_all(confirmed)

    reminded_at(max(MOMENT, confirmed + MINUTE))
    reminded_at(MOMENT + timedelta(days=3))

    assert bool(letters_to(person, "reminder")) == is_reminded


def test_a_meeting_that_moves_is_reminded_of_at_its_new_date_only(morning, person):
    edit(morning, now=NOW, start_date=date(2026, 2, 3))

    assert not reminded_at(MOMENT)
    assert not reminded_at(MOMENT + timedelta(days=3))
    assert reminded_at(brussels(2026, 1, 30, 9)) == [person.email]


def test_who_was_reminded_of_the_old_date_is_reminded_of_the_new_one(morning, person):
    reminded_at(MOMENT)
    edit(morning, now=MOMENT + MINUTE, start_date=date(2026, 2, 3))

    assert reminded_at(brussels(2026, 1, 30, 9)) == [person.email]
    assert len(letters_to(person, "reminder")) == 2


def test_a_meeting_back_at_its_first_date_is_reminded_of_again(morning, person):
    edit(morning, now=NOW, reminder_days=8)
    reminded_at(brussels(2026, 1, 8, 9))
    for moment, day in [(9, date(2026, 2, 3)), (12, date(2026, 1, 20))]:
        edit(morning, now=brussels(2026, 1, moment, 9), start_date=day, reminder_days=2)

    assert reminded_at(MOMENT) == [person.email]


def test_a_change_is_told_before_anybody_is_reminded_of_it(morning, person):
    meeting = Meeting.objects.get()
    meeting.start_time = time(10)
    scheduling.record(meeting, now=MOMENT - MINUTE)

    assert not reminded_at(MOMENT)
    changes.tell_changes(now=MOMENT + changes.QUIET)
    assert [reason_of(m) for m in send_all(MOMENT + changes.QUIET)] == ["meeting_moved"]
    assert not reminded_at(MOMENT + timedelta(hours=2)), "they have just been told"


def test_a_reminder_that_is_late_never_tells_of_a_change(morning, person):
    reminders.remind_meetings(now=MOMENT)
    meeting = Meeting.objects.get()
    meeting.start_time = time(10)
    scheduling.record(meeting, now=MOMENT)

    assert not send_all(MOMENT + MINUTE)


def test_reminders_keep_to_their_limit_and_go_on(morning):
    people = [sign_up(morning), sign_up(morning)]
    send_all(NOW)

    assert reminders.remind_meetings(now=MOMENT, limit=1) == 1
    assert reminders.remind_meetings(now=MOMENT, limit=1) == 1
    assert reminders.remind_meetings(now=MOMENT, limit=1) == 0
    assert sorted(m.to for m in send_all(MOMENT)) == sorted(p.email for p in people)


def test_a_dry_run_reminds_nobody(morning, person):
    assert worker.run("remind_meetings", now=MOMENT, dry_run=True) == 1
    assert not OutgoingMail.objects.waiting().exists()
