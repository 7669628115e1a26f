"""When a session opens, whoever asked for it is told: once, and with a way out."""

from datetime import date, timedelta

import pytest

from portal.core.models import OutgoingMail
from tests.events.post import send_all
from tests.making import brussels
from tests.trainings.stories import (
    NOW,
    make_need,
    make_session,
    make_training,
    open_doors,
    speak,
)
from trainings.models import NeedVoice
from trainings.voices import saying, telling

pytestmark = pytest.mark.django_db


@pytest.fixture
def need():
    open_doors()
    return make_need()


def news():
    return OutgoingMail.objects.about(saying.NEWS).order_by("pk")


def tell(now=NOW, **more):
    return telling.tell_sessions(now=now, **more)


def test_one_mail_per_person_and_session_whatever_happens_again(need):
    speak(need)
    speak(need, "ben@essai.example")
    session = make_session(make_training(needs=[need]))

    assert tell() == 2
    session.told_at = None
    session.save()
    assert tell() == tell() == 0

    assert sorted(news().values_list("to", flat=True)) == [
        "ana@essai.example",
        "ben@essai.example",
    ]


def test_several_needs_of_one_person_are_in_one_mail(need):
    other = make_need("Un autre besoin")
    speak(need)
    speak(other)
    make_session(make_training(needs=[need, other]))

    assert tell() == 1
    (mail,) = [mail for mail in send_all(NOW) if mail.key.startswith(saying.NEWS)]

    assert "Un besoin" in mail.text
    assert "Un autre besoin" in mail.text
    assert "/gerer/" in mail.text, "a way out"
    assert "mardi 20 janvier 2026" in mail.subject.replace("\u00a0", " ")


def test_two_sessions_are_two_mails(need):
    speak(need)
    training = make_training(needs=[need])
    make_session(training)
    make_session(training, start_date=date(2026, 2, 3))

    assert tell() == 2


@pytest.mark.parametrize(
    "facts",
    [
        {"is_announced": False},
        {"registration_opens_at": NOW + timedelta(days=1)},
        {"registration_closes_at": NOW - timedelta(days=1)},
        {"status": "cancelled"},
        {"start_date": date(2025, 11, 25)},
    ],
)
def test_what_is_not_open_to_coming_is_told_to_nobody(need, facts):
    speak(need)
    make_session(make_training(needs=[need]), **facts)

    assert tell() == 0


def test_it_is_told_the_minute_registration_opens(need):
    speak(need)
    opens = NOW + timedelta(days=1)
    make_session(make_training(needs=[need]), registration_opens_at=opens)

    assert tell(opens - timedelta(seconds=1)) == 0
    assert tell(opens) == 1


@pytest.mark.parametrize("facts", [{"wants_news": False}, {"confirms": False}])
def test_who_did_not_ask_or_confirm_hears_nothing(need, facts):
    speak(need, **facts)
    make_session(make_training(needs=[need]))

    assert tell() == 0


def test_what_is_not_public_is_told_to_nobody(need):
    speak(need)
    make_session(make_training(needs=[need], is_public=False))
    hidden = make_need("Caché", is_public=False)
    speak(hidden, "ben@essai.example")
    make_session(make_training(needs=[hidden]))

    assert tell() == 0


def test_a_round_tells_no_more_than_its_limit_and_the_next_one_the_rest(need):
    for number in range(3):
        speak(need, f"p{number}@essai.example")
    make_session(make_training(needs=[need]))

    assert [tell(limit=2), tell(limit=2), tell(limit=2)] == [2, 1, 0]


def test_a_mail_that_waits_is_not_sent_to_who_withdrew_meanwhile(need):
    speak(need)
    make_session(make_training(needs=[need]))
    tell()
    saying.withdraw(NeedVoice.objects.get())

    assert not [mail for mail in send_all(NOW) if mail.key.startswith(saying.NEWS)]


def test_a_mail_that_waits_says_nothing_of_a_session_called_off(need):
    speak(need)
    session = make_session(make_training(needs=[need]))
    tell()
    session.meeting.status = "cancelled"
    session.meeting.save()

    assert not [mail for mail in send_all(NOW) if mail.key.startswith(saying.NEWS)]


def test_no_news_leave_once_it_has_begun(need):
    speak(need)
    make_session(make_training(needs=[need]))
    tell()

    assert news().get().give_up_at == brussels(2026, 1, 20, 9)
