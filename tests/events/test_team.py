"""What the team does for one person, and the journal of who did it."""

from datetime import timedelta

import pytest

from events import corrections, links, seats, team
from events.models import AccessNeed, Registration, RegistrationNote
from events.person_form import said_by
from events.refusals import (
    AlreadyThereError,
    ChoiceFullError,
    RegistrationClosedError,
    TooLateError,
)
from events.team import Act, WouldWaitError
from portal.core.models import OutgoingMail
from tests.events.asking import choosing, make_question, said_of, sign_up_for
from tests.events.people import (
    NOW,
    make_morning,
    make_person,
    now_is,
    sign_up,
    sign_up_many,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
AFTER = NOW + timedelta(days=60)


@pytest.fixture
def by(django_user_model):
    return django_user_model.objects.create_user("dominique")


def add(meeting, by, *, agrees_to_wait=False, note="", **facts):
    person = make_person(**facts)
    terms = {"agrees_to_wait": agrees_to_wait, "by": by, "note": note, "now": NOW}
    return team.add(meeting, person=person, **terms)


def correct(registration, by, *, now=NOW, **facts):
    answers = {**said_by(registration), "answers": registration.answers, **facts}
    return team.correct(registration, answers=answers, by=by, now=now)


def acts_on(registration):
    return [note.act for note in registration.notes.all()]


def test_who_called_is_registered_and_the_journal_says_by_whom(by, told):
    registration = add(make_morning(), by, note="a appelé lundi")

    [note] = registration.notes.all()
    assert (note.act, note.by, note.text) == ("added", by, "a appelé lundi")
    assert told.of(registration) == ["registered"]


def test_nobody_is_put_on_the_waiting_list_who_did_not_agree(by, told):
    meeting = make_morning(capacity=1)
    sign_up(meeting)
    told.clear()

    with pytest.raises(WouldWaitError):
        add(meeting, by)

    assert meeting.registrations.count() == 1
    assert not RegistrationNote.objects.exists()


def test_who_agrees_to_wait_goes_to_the_end_of_the_list(by):
    meeting = make_morning(capacity=1)
    sign_up_many(meeting, 2)

    assert seats.position(add(meeting, by, agrees_to_wait=True)) == 2


def test_a_form_posted_twice_registers_once_even_without_an_address(by):
    meeting = make_morning()
    person = make_person(email="")

    terms = {"agrees_to_wait": False, "by": by, "now": NOW}
    first, second = (team.add(meeting, person=person, **terms) for _ in range(2))

    assert first == second
    assert acts_on(first) == ["added"]


def test_an_address_that_is_there_already_is_said_and_nothing_changed(by):
    meeting = make_morning()
    known = sign_up(meeting)

    with pytest.raises(AlreadyThereError):
        add(meeting, by, email=known.email)

    assert acts_on(known) == []


def test_a_mistyped_address_is_corrected_told_and_its_links_end(by, told):
    registration = sign_up(make_morning())
    old = links.token(registration)

    corrected = correct(registration, by, email="juste@essai.example")

    assert told.of(registration) == ["registered", "registered"]
    with pytest.raises(links.StaleLinkError):
        links.registration_of(old)
    assert acts_on(corrected) == ["corrected"]


def test_the_team_corrects_what_is_over_or_ended_without_writing(by, told):
    past, ended = (sign_up(make_morning()) for _ in range(2))
    ended = seats.cancel(ended, now=NOW)
    told.clear()

    for registration in (past, ended):
        correct(registration, by, now=AFTER, email=f"{registration.pk}@essai.example")

    assert not told


def test_an_address_may_be_taken_away(by, told):
    registration = sign_up(make_morning())
    told.clear()

    assert correct(registration, by, email="").email == ""


def test_the_address_of_somebody_else_there_is_refused(by):
    meeting = make_morning()
    one, other = sign_up_many(meeting, 2)

    with pytest.raises(AlreadyThereError):
        correct(one, by, email=other.email)


def test_a_person_who_is_moved_is_noted_with_where_they_were(by):
    left, joined = make_morning(), make_morning()
    registration = sign_up(left)

    for _ in range(2):
        team.move(registration, meeting=joined, by=by, note="", now=NOW)

    [note] = registration.notes.all()
    assert (note.act, note.left) == (Act.MOVED, left)


def test_cancelling_twice_is_noted_once(by):
    registration = sign_up(make_morning())

    for _ in range(2):
        team.cancel(registration, by=by, note="malade", now=NOW)

    assert now_is(registration) == "cancelled"
    assert acts_on(registration) == ["cancelled"]


def test_the_message_is_sent_again_as_often_as_it_was_asked_for(by, told):
    registration = sign_up(make_morning())
    seen = registration.revision
    told.clear()

    for _ in range(2):
        team.send_again(registration, seen=seen, by=by, now=NOW)

    assert told.of(registration) == ["registered"]
    assert acts_on(registration) == ["sent_again"]


def test_nothing_is_sent_again_of_what_is_over(by):
    registration = sign_up(make_morning())

    with pytest.raises(TooLateError):
        team.send_again(registration, seen=1, by=by, now=AFTER)


def test_a_mail_that_failed_is_retried_once(by):
    registration = sign_up(make_morning())
    mail = OutgoingMail.objects.create(
        key=f"registration/{registration.pk}/registered/1",
        to=registration.email,
        state="failed",
        give_up_at=NOW,
    )

    terms = {"registration": registration, "by": by, "now": NOW}
    tries = [team.retry(mail, **terms) for _ in range(2)]

    mail.refresh_from_db()
    assert (tries, mail.state) == ([True, False], "waiting")
    assert acts_on(registration) == ["sent_again"]


def test_revoked_links_open_nothing_and_the_seat_is_kept(by):
    registration = sign_up(make_morning())
    token = links.token(registration)

    team.revoke_links(registration, by=by, note="transféré", now=NOW)

    with pytest.raises(links.StaleLinkError):
        links.registration_of(token)
    assert now_is(registration) == "confirmed"


def test_erasing_takes_the_journal_along_and_says_only_that_it_was_done(by):
    registration = add(make_morning(), by, note="a parlé de sa santé")
    AccessNeed.objects.create(registration=registration, text="boucle")

    for _ in range(2):
        team.erase(registration, by=by, now=NOW)

    [note] = registration.notes.all()
    assert (note.act, note.text) == ("erased", "")
    assert Registration.objects.get(pk=registration.pk).name == ""


def test_who_erases_themselves_takes_the_journal_along(by):
    registration = add(make_morning(), by, note="a parlé de sa santé")

    corrections.erase(registration, now=NOW)

    assert not RegistrationNote.objects.exists()


def test_nothing_is_noted_about_somebody_who_was_forgotten(by):
    registration = sign_up(make_morning())
    corrections.erase(registration, now=NOW)

    with pytest.raises(TooLateError):
        team.note(registration, by=by, note="c’était Samira", now=NOW)


def test_an_act_that_is_refused_leaves_no_note(by):
    registration = sign_up(make_morning())
    off = make_morning(status="cancelled")

    with pytest.raises(RegistrationClosedError):
        team.move(registration, meeting=off, by=by, note="", now=NOW)

    assert acts_on(registration) == []


def test_the_team_fills_no_workshop_beyond_its_places(by):
    meeting = make_morning()
    workshop = make_question(meeting, choices={"Mobile": 1, "Crise": None})
    sign_up_for(workshop, "Mobile")
    late = sign_up_for(workshop, "Crise")

    with pytest.raises(ChoiceFullError):
        correct(late, by, answers=choosing(workshop, "Mobile"))

    assert said_of(late) == {"Atelier": "Crise"}
