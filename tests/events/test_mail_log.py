"""What became of the mail about registrations."""

import pytest

from events import mail_log, seats
from events.models import Registration
from portal.core.models import OutgoingMail
from tests.events.people import NOW, make_morning, sign_up

pytestmark = pytest.mark.django_db


def mail_to(registration):
    return OutgoingMail.objects.get(key__startswith=f"registration/{registration.pk}/")


def fail(registration, *outcomes):
    mail = mail_to(registration)
    mail.state = "failed"
    mail.save()
    for outcome in outcomes or ("refused",):
        mail.log.create(outcome=outcome, answer="550 unknown")
    return mail


def flagged():
    people = mail_log.with_undelivered(Registration.objects.all())
    return list(people.filter(is_undelivered=True))


def test_mail_is_found_by_whom_it_is_about_and_by_nobody_else():
    meeting, other = make_morning(), make_morning()
    # Keys 1 and 12 begin alike.
    people = [sign_up(meeting) for _ in range(12)]
    sign_up(other)

    assert mail_log.about(meeting.registrations.all()).count() == 12
    for registration in people:
        mine = Registration.objects.filter(pk=registration.pk)
        assert list(mail_log.about(mine)) == [mail_to(registration)]


def test_mail_about_something_else_is_left_alone():
    OutgoingMail.objects.create(
        key="support/1/asked/1", to="x@essai.example", state="failed", give_up_at=NOW
    )

    assert not mail_log.undelivered().exists()
    assert not mail_log.all_mail().exists()


def test_a_message_that_failed_is_flagged_until_the_address_is_corrected():
    registration = sign_up(make_morning())
    mail = fail(registration)

    assert flagged() == [registration]
    assert list(mail_log.undelivered()) == [mail]

    registration.email = "juste@essai.example"
    registration.save()

    assert flagged() == []
    assert not mail_log.undelivered().exists()


def test_a_mail_that_failed_flags_the_registration_it_is_about_and_no_other():
    # The same person at many meetings, so that some keys begin alike.
    people = [sign_up(make_morning(), email="a@essai.example") for _ in range(12)]
    fail(people[-1])

    assert flagged() == [people[-1]]


def test_a_mail_is_shown_with_its_reason_and_every_attempt():
    registration = sign_up(make_morning())
    fail(registration, "later", "refused")

    [sending] = mail_log.sendings(mail_log.undelivered())

    assert (sending.registration, str(sending.reason)) == (registration, "Confirmation")
    assert [attempt.outcome for attempt in sending.attempts] == ["later", "refused"]
    assert sending.may_be_retried
    assert sending.doubt == ""


@pytest.mark.parametrize("outcome", ["cut", "begun"])
def test_nobody_can_tell_whether_a_mail_that_was_cut_off_arrived(outcome):
    registration = sign_up(make_morning())
    mail = fail(registration, outcome, "refused")

    in_doubt = mail_log.sendings(mail_log.all_mail())[0].doubt
    OutgoingMail.objects.filter(pk=mail.pk).update(state="sent", sent_at=NOW)
    doubled = mail_log.sendings(mail_log.all_mail())[0].doubt

    assert in_doubt
    assert doubled
    assert in_doubt != doubled


def test_what_failed_at_an_old_address_is_not_sent_there_again():
    registration = sign_up(make_morning())
    fail(registration)
    Registration.objects.update(email="juste@essai.example")

    [sending] = mail_log.sendings(mail_log.all_mail())

    assert not sending.may_be_retried


def test_a_meeting_of_many_costs_as_many_queries_as_one_of_few(
    django_assert_num_queries,
):
    meeting = make_morning()
    for _ in range(5):
        seats.cancel(sign_up(meeting), now=NOW)

    with django_assert_num_queries(3):
        sendings = mail_log.sendings(mail_log.about(meeting.registrations.all()))
        assert all(sending.attempts == [] for sending in sendings)
    assert len(sendings) == 10
