"""Those who registered hear of a change once, from what they knew to what holds."""

from datetime import date, time, timedelta

import icalendar
import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from events import announced, changes, reception, scheduling, seats
from events.models import Meeting, ToldFacts
from portal.core import worker
from portal.core.models import OutgoingMail
from tests.events.people import NOW, make_morning, make_person, sign_up
from tests.events.post import letters_to, reason_of, send_all
from tests.making import announce, make_commune, make_site, make_venue

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
HALF_HOUR = 30 * MINUTE
OLD, NEW = date(2026, 1, 20), date(2026, 2, 3)
Status = Meeting.Status


@pytest.fixture
def morning():
    make_site()
    meeting = make_morning(capacity=2, venue=make_venue(make_commune()))
    announce(meeting, title="Une matinée")
    return meeting


@pytest.fixture
def person(morning):
    """Somebody who has a seat, and the letter that says so."""
    registration = sign_up(morning)
    send_all(NOW)
    return registration


def edit(meeting, *, now=NOW, **facts):
    meeting = Meeting.objects.get(pk=meeting.pk)
    for name, value in facts.items():
        setattr(meeting, name, value)
    return scheduling.record(meeting, now=now)


def told_at(moment):
    """The letters about changes that leave when the worker runs at ``moment``."""
    changes.tell_changes(now=moment)
    return [mail for mail in send_all(moment) if "meeting_" in reason_of(mail)]


def plain(text):
    return text.replace("\u00a0", " ")


def event_in(mail):
    (file,) = mail.attachments
    calendar = icalendar.Calendar.from_ical(file["text"])
    return calendar["METHOD"], calendar.walk("VEVENT")[0]


def test_a_change_is_told_half_an_hour_after_it_and_not_before(morning, person):
    edit(morning, start_date=NEW)

    assert not told_at(NOW + HALF_HOUR - MINUTE)
    (mail,) = told_at(NOW + HALF_HOUR)
    assert mail.to == person.email
    assert not told_at(NOW + 2 * HALF_HOUR)


def test_edits_that_follow_each_other_make_one_letter_after_the_last(morning, person):
    edit(morning, start_date=date(2026, 1, 27))
    edit(morning, now=NOW + 20 * MINUTE, start_date=NEW)

    assert not told_at(NOW + 40 * MINUTE)
    (mail,) = told_at(NOW + 50 * MINUTE)
    assert plain(mail.subject) == (
        "Nouvelle date : mardi 3 février 2026, au lieu du mardi 20 janvier"
    )


def test_an_edit_of_something_else_makes_the_letter_wait_for_it(morning, person):
    edit(morning, start_date=NEW)
    edit(morning, now=NOW + 20 * MINUTE, status_note_fr="La salle est prise.")

    assert not told_at(NOW + 40 * MINUTE)
    (mail,) = told_at(NOW + 50 * MINUTE)
    assert "La salle est prise." in mail.text


def test_a_change_that_was_taken_back_is_told_to_nobody(morning, person):
    edit(morning, start_date=NEW)
    edit(morning, now=NOW + MINUTE, start_date=OLD)

    assert not told_at(NOW + HALF_HOUR + MINUTE)
    assert not OutgoingMail.objects.waiting().exists()


def test_a_change_taken_back_before_its_letter_left_is_not_told(morning, person):
    edit(morning, start_date=NEW)
    changes.tell_changes(now=NOW + HALF_HOUR)
    edit(morning, now=NOW + HALF_HOUR, start_date=OLD)

    assert not send_all(NOW + HALF_HOUR + MINUTE)
    assert not told_at(NOW + 2 * HALF_HOUR)


def test_who_registered_in_between_is_told_from_what_they_knew(morning, person):
    edit(morning, start_time=time(10), end_time=time(14))
    late = sign_up(morning, now=NOW + MINUTE)
    send_all(NOW + MINUTE)
    edit(morning, now=NOW + 2 * MINUTE, start_time=time(11), end_time=time(15))

    told_at(NOW + HALF_HOUR + 2 * MINUTE)

    (first,) = letters_to(person, "meeting_moved")
    (second,) = letters_to(late, "meeting_moved")
    assert "de 11 h à 15 h (avant : de 9 h à 13 h)" in plain(first.text)
    assert "de 11 h à 15 h (avant : de 10 h à 14 h)" in plain(second.text)


def test_who_registered_after_the_last_edit_is_told_nothing(morning, person):
    edit(morning, start_date=NEW)
    late = sign_up(morning, now=NOW + MINUTE)
    send_all(NOW + MINUTE)

    told_at(NOW + HALF_HOUR)

    assert letters_to(person, "meeting_moved")
    assert not letters_to(late, "meeting_moved")


def test_who_saw_only_the_middle_is_told_when_all_is_back_as_before(morning, person):
    edit(morning, start_date=NEW)
    late = sign_up(morning, now=NOW + MINUTE)
    send_all(NOW + MINUTE)
    edit(morning, now=NOW + 2 * MINUTE, start_date=OLD)

    (mail,) = told_at(NOW + HALF_HOUR + 2 * MINUTE)

    assert mail.to == late.email
    assert "au lieu du mardi 3 février" in plain(mail.subject)


def test_a_confirmation_still_to_be_written_needs_no_correction(morning):
    sign_up(morning)
    edit(morning, start_date=NEW)
    changes.tell_changes(now=NOW + HALF_HOUR)

    (mail,) = send_all(NOW + HALF_HOUR)

    assert "3 février" in plain(mail.subject)
    assert reason_of(mail) == "registered"


def test_a_confirmation_that_leaves_late_is_followed_by_the_cancellation(morning):
    sign_up(morning)
    edit(morning, status=Status.CANCELLED)
    changes.tell_changes(now=NOW + HALF_HOUR)
    send_all(NOW + 2 * HALF_HOUR)

    (mail,) = told_at(NOW + 2 * HALF_HOUR)

    assert reason_of(mail) == "meeting_cancelled"


def test_a_change_is_an_entry_that_replaces_the_first(morning, person):
    (confirmation,) = letters_to(person, "registered")
    edit(morning, start_date=NEW)

    (mail,) = told_at(NOW + HALF_HOUR)

    _method, before = event_in(confirmation)
    method, after = event_in(mail)
    assert method == "PUBLISH"
    assert after["UID"] == before["UID"] == str(morning.uuid)
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.decoded("DTSTART").date() == NEW


def test_the_sequence_grows_for_who_registered_though_no_page_tells_of_it():
    make_site()
    meeting = make_morning()
    reception.register_by_team(meeting, person=make_person(), now=NOW)
    send_all(NOW)
    edit(meeting, start_time=time(10))

    (mail,) = told_at(NOW + HALF_HOUR)

    assert event_in(mail)[1]["SEQUENCE"] == 1


def test_a_cancelled_meeting_is_taken_out_of_calendars(morning, person):
    edit(morning, status=Status.CANCELLED, status_note_fr="L’orateur est malade.")

    (mail,) = told_at(NOW + HALF_HOUR)

    method, event = event_in(mail)
    assert (method, event["STATUS"]) == ("CANCEL", "CANCELLED")
    assert event["UID"] == str(morning.uuid)
    assert event["SEQUENCE"] == 1
    assert plain(mail.subject) == "Annulé : mardi 20 janvier, Etterbeek"
    assert "L’orateur est malade." in mail.text


def test_a_cancelled_meeting_is_named_by_the_day_people_knew(morning, person):
    edit(morning, status=Status.CANCELLED, start_date=NEW)

    (mail,) = told_at(NOW + HALF_HOUR)

    assert "20 janvier" in plain(mail.subject)
    assert "3 février" not in plain(mail.text)


def test_what_stays_cancelled_is_no_more_news(morning, person):
    edit(morning, status=Status.CANCELLED)
    told_at(NOW + HALF_HOUR)
    edit(morning, now=NOW + HALF_HOUR, start_date=NEW)

    assert not told_at(NOW + 2 * HALF_HOUR)


def test_a_meeting_that_takes_place_after_all_comes_back(morning, person):
    edit(morning, status=Status.CANCELLED)
    told_at(NOW + HALF_HOUR)
    edit(morning, now=NOW + HALF_HOUR, status=Status.SCHEDULED)

    (mail,) = told_at(NOW + 2 * HALF_HOUR)

    method, event = event_in(mail)
    assert (method, event["STATUS"], event["SEQUENCE"]) == ("PUBLISH", "CONFIRMED", 2)
    assert "La rencontre a lieu" in mail.subject


def test_a_postponed_meeting_says_that_nobody_should_come(morning, person):
    edit(morning, status=Status.POSTPONED)

    (mail,) = told_at(NOW + HALF_HOUR)

    assert plain(mail.subject) == "Reporté : mardi 20 janvier, Etterbeek"
    assert "elle n’aura pas lieu ce jour-là" in mail.text
    assert event_in(mail)[1]["STATUS"] == "TENTATIVE"


def test_who_waits_or_was_offered_a_seat_is_told_in_other_words(morning, person):
    second, offered, waiting = (sign_up(morning) for _ in range(3))
    seats.cancel(second, now=NOW)
    send_all(NOW)
    edit(morning, start_date=NEW)

    told_at(NOW + HALF_HOUR)

    to_seated = letters_to(person, "meeting_moved")[0]
    to_offered = letters_to(offered, "meeting_moved")[0]
    to_waiting = letters_to(waiting, "meeting_moved")[0]
    assert "Votre place est gardée" in to_seated.text
    assert "La place qui vous est proposée" in to_offered.text
    assert "votre position sur la liste d’attente" in to_waiting.text
    assert to_offered.attachments == to_waiting.attachments == []
    assert not letters_to(second, "meeting_moved"), "who gave up hears no more"


def test_a_new_link_is_told_to_those_who_have_a_seat_only(morning, person):
    edit(morning, mode="mixed")
    sign_up(morning)
    waiting = sign_up(morning)
    send_all(NOW)
    edit(morning, online_url="https://salle.example/nouvelle")

    told_at(NOW + HALF_HOUR)

    (mail,) = letters_to(person, "meeting_moved")
    assert "https://salle.example/nouvelle" in mail.text
    assert not letters_to(waiting, "meeting_moved")


def test_two_new_links_are_two_letters(morning, person):
    edit(morning, mode="mixed")
    told_at(NOW + HALF_HOUR)
    for number in (1, 2):
        moment = NOW + number * 2 * HALF_HOUR
        edit(morning, now=moment, online_url=f"https://salle.example/{number}")
        assert len(told_at(moment + HALF_HOUR)) == 1


@pytest.mark.parametrize(
    "facts", [{"capacity": 3}, {"participants": 4}, {"status": Status.FULL}]
)
def test_what_concerns_nobody_who_registered_is_not_told(morning, person, facts):
    edit(morning, **facts)

    assert not told_at(NOW + HALF_HOUR)
    assert Meeting.objects.get().tell_changes_at is None


def test_nobody_is_told_of_a_correction_to_what_is_over(morning, person):
    edit(morning, now=morning.over_at, start_time=time(8))

    assert not told_at(morning.over_at + HALF_HOUR)


def test_readers_of_dutch_are_told_in_dutch(morning):
    person = sign_up(morning, language="nl")
    send_all(NOW)
    edit(morning, start_date=NEW)
    told_at(NOW + HALF_HOUR)

    (mail,) = letters_to(person, "meeting_moved")

    assert plain(mail.subject).startswith("Nieuwe datum: dinsdag 3 februari 2026")


def test_subjects_hold_no_middle_dot(morning, person):
    page = morning.event_pages.get()
    page.title = "Vivre avec un·e proche"
    page.save()
    for number, facts in enumerate(
        [{"start_date": NEW}, {"start_time": time(8)}, {"status": Status.CANCELLED}]
    ):
        moment = NOW + number * HALF_HOUR
        edit(morning, now=moment, **facts)
        (mail,) = told_at(moment + HALF_HOUR)
        assert "·" not in mail.subject


def test_two_workers_tell_once(morning, person):
    edit(morning, start_date=NEW)
    moment = NOW + HALF_HOUR
    due = list(Meeting.objects.filter(tell_changes_at__lte=moment))

    told = [changes._tell(meeting, moment) for meeting in due * 2]

    assert told == [True, False]


def test_a_dry_run_tells_nobody(morning, person):
    edit(morning, start_date=NEW)

    count = worker.run("tell_changes", now=NOW + HALF_HOUR, dry_run=True)

    assert count == 1
    assert not OutgoingMail.objects.waiting().exists()
    assert Meeting.objects.get().tell_changes_at == NOW + HALF_HOUR


def test_a_place_that_was_removed_is_simply_not_known_any_more(morning, person):
    ToldFacts.objects.update(facts={**announced.facts_of(morning), "venue_id": 0})
    edit(morning, start_time=time(10))

    (mail,) = told_at(NOW + HALF_HOUR)

    assert "(avant : Lieu à confirmer)" in plain(mail.text)


def test_a_move_to_another_meeting_is_no_change_of_it(morning, person):
    other = make_morning(start_date=NEW)
    reception.move(person, meeting=other, now=NOW)
    edit(other, start_time=time(10))

    changes.tell_changes(now=NOW + HALF_HOUR)
    send_all(NOW + HALF_HOUR)

    assert letters_to(person, "moved")
    assert not letters_to(person, "meeting_moved")


def test_asking_whom_a_change_tells_takes_few_queries(
    morning, django_assert_max_num_queries
):
    for _ in range(8):
        sign_up(morning, now=NOW)
    send_all(NOW)
    changed = Meeting.objects.get()
    changed.start_date = NEW

    with django_assert_max_num_queries(6):
        news = changes.of(morning, changed, now=NOW)

    assert (news.seated, news.waiting) == (2, 6)


STEPS = st.lists(
    st.tuples(
        st.integers(1, 45),
        st.sampled_from(
            [
                {"start_date": OLD},
                {"start_date": NEW},
                {"start_time": time(8)},
                {"start_time": time(9)},
                {"capacity": 50},
                {},
                None,
            ]
        ),
    ),
    max_size=8,
)


@settings(max_examples=30, deadline=None)
@given(steps=STEPS)
def test_whatever_is_edited_each_gets_one_letter_per_quiet_half_hour(steps):
    """Minutes go by, then somebody edits, or (None) registers; then all is quiet."""
    with transaction.atomic():
        meeting, moment, knows = make_morning(), NOW, {}
        for minutes, facts in [(0, None), *steps, (60, {})]:
            moment += minutes * MINUTE
            assert_told_what_is_new(meeting, moment, knows)
            if facts is None:
                who = sign_up(meeting, now=moment).email
                knows[who] = facts_now(meeting)
                send_all(moment)
            else:
                edit(meeting, now=moment, **facts)
        assert set(knows.values()) == {facts_now(meeting)}
        transaction.set_rollback(True)


def assert_told_what_is_new(meeting, moment, knows):
    """Whoever knows something else gets one letter, when it is due and not before."""
    fresh = Meeting.objects.get(pk=meeting.pk)
    now, due = facts_now(meeting), fresh.tell_changes_at
    is_due = due is not None and due <= moment
    assert due is None or due == fresh.changed_at + HALF_HOUR
    news = sorted(who for who, known in knows.items() if known != now and is_due)
    assert sorted(mail.to for mail in told_at(moment)) == news
    knows.update(dict.fromkeys(news, now))


def facts_now(meeting):
    fresh = Meeting.objects.get(pk=meeting.pk)
    return fresh.start_date, fresh.start_time
