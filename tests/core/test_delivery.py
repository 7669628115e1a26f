"""No mail is lost and none is sent twice, whatever the mail server does."""

from datetime import timedelta

import pytest

from portal.core import delivery, outbox, turns
from portal.core.models import DeliveryAttempt, OutgoingMail
from portal.core.outbox import Attachment
from tests.core.conftest import NOW
from tests.making import make_site
from tests.smtp import CUT, HANG

pytestmark = pytest.mark.django_db
Outcome = DeliveryAttempt.Outcome
State = OutgoingMail.State


def deliver(now=NOW):
    return delivery.deliver_one(now=now)


def test_a_mail_arrives_as_it_was_written(queue, server):
    queue(to="ana@essai.example", subject="Inscription confirmée : mardi")

    deliver()

    (mail,) = server.mails
    assert mail["To"] == "ana@essai.example"
    assert mail["Subject"] == "Inscription confirmée : mardi"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_body("plain").get_content().strip() == "Bonjour à vous."
    assert "<p>Bonjour" in mail.get_body("html").get_content()


def test_the_network_writes_and_the_team_answers(queue, server):
    make_site()
    queue()

    deliver()

    (mail,) = server.mails
    assert mail["From"].addresses[0].display_name == "Bassin d’essai"
    assert mail["Reply-To"] == "equipe@essai.example"


def test_a_mail_may_have_its_own_address_for_answers(queue, server):
    make_site()
    queue(reply_to="cellule@essai.example")

    deliver()

    assert server.mails[0]["Reply-To"] == "cellule@essai.example"


def test_a_calendar_file_keeps_its_method(queue, server):
    file = Attachment("rencontre.ics", "BEGIN:…", "calendar", (("method", "CANCEL"),))
    queue(attachments=[file])

    deliver()

    (part,) = server.mails[0].iter_attachments()
    assert part.get_content_type() == "text/calendar"
    assert part.get_param("method") == "CANCEL"
    assert part.get_filename() == "rencontre.ics"


def test_what_was_sent_is_not_sent_again(queue, server):
    mail = queue()

    assert deliver().outcome == Outcome.SENT
    assert deliver(NOW + timedelta(days=1)) is None

    mail.refresh_from_db()
    assert (mail.state, mail.sent_at) == (State.SENT, NOW)
    assert len(server.texts) == 1


@pytest.mark.parametrize("step", ["connect", "EHLO", "MAIL", "RCPT", "DATA", "text"])
@pytest.mark.parametrize("answer", ["421 later", "451 later", HANG, CUT])
def test_trouble_at_any_step_only_delays_a_mail(queue, server, step, answer):
    mail = queue()
    server.says = {step: answer, "HELO": answer}

    assert deliver().outcome in {Outcome.NO_SERVER, Outcome.LATER, Outcome.CUT}
    server.says = {}
    assert deliver() is None, "it waits a little"
    assert deliver(NOW + timedelta(seconds=30)).outcome == Outcome.SENT

    mail.refresh_from_db()
    assert (mail.state, mail.log.count()) == (State.SENT, 2)


@pytest.mark.parametrize("step", ["connect", "EHLO", "MAIL"])
def test_a_server_that_will_not_have_us_loses_no_mail(queue, server, step):
    mail = queue()
    server.says = {step: "550 not you", "HELO": "550 not you"}

    deliver()

    mail.refresh_from_db()
    assert mail.state == State.WAITING


@pytest.mark.parametrize("step", ["RCPT", "DATA", "text"])
def test_what_the_server_refuses_for_good_is_marked_as_failed(queue, server, step):
    mail = queue()
    server.says = {step: "550 no such person"}

    assert deliver().outcome == Outcome.REFUSED

    mail.refresh_from_db()
    assert mail.state == State.FAILED
    assert deliver(NOW + timedelta(days=1)) is None


def test_no_server_at_all_loses_no_mail(queue, server, settings):
    mail = queue()
    settings.EMAIL_PORT = 1

    assert deliver().outcome == Outcome.NO_SERVER

    mail.refresh_from_db()
    assert mail.state == State.WAITING


@pytest.mark.parametrize("answer", [HANG, CUT, "500 what?"])
def test_a_rude_goodbye_changes_nothing(queue, server, answer):
    mail = queue()
    server.says = {"QUIT": answer}

    assert deliver().outcome == Outcome.SENT

    mail.refresh_from_db()
    assert mail.state == State.SENT


def test_a_cut_after_the_text_is_told_as_doubtful_and_sent_again(queue, server):
    mail = queue()
    server.says = {"text": CUT}

    deliver()
    server.says = {}
    deliver(NOW + timedelta(minutes=1))

    assert [attempt.outcome for attempt in mail.log.all()] == ["cut", "sent"]
    assert len(server.ids) == 2
    assert len(set(server.ids)) == 1, "who gets it twice can tell"


def test_attempts_are_ever_further_apart(queue, server):
    mail = queue()
    server.says = {"RCPT": "450 later"}
    waits, now = [], NOW

    for _attempt in range(12):
        deliver(now)
        mail.refresh_from_db()
        waits.append(mail.due_at - now)
        now = mail.due_at

    assert waits == sorted(waits)
    assert waits[0] == timedelta(seconds=30)
    assert waits[-1] == timedelta(hours=4)


def test_after_five_days_a_mail_is_given_up(queue, server):
    mail = queue()
    server.says = {"RCPT": "450 later"}
    OutgoingMail.objects.update(attempts=20)

    deliver(NOW + timedelta(days=4, hours=22))

    mail.refresh_from_db()
    assert mail.state == State.FAILED


def test_what_would_only_mislead_is_not_sent(queue, server):
    queue(until=NOW + timedelta(hours=1))

    assert deliver(NOW + timedelta(hours=1)).outcome == Outcome.TOO_LATE

    assert not server.conversations


def test_new_mail_does_not_wait_behind_one_that_fails(queue, server):
    queue(to="broken@essai.example")
    server.says = {"RCPT": "450 later"}
    deliver()
    server.says = {}
    queue(to="new@essai.example", now=NOW + timedelta(hours=1))

    deliver(NOW + timedelta(hours=1))

    assert server.mails[0]["To"] == "new@essai.example"


def test_an_address_no_mail_can_go_to_stops_nobody(queue, server):
    broken = queue(to="a\nb@essai.example")
    queue()

    assert deliver().outcome == Outcome.REFUSED
    assert deliver().outcome == Outcome.SENT

    broken.refresh_from_db()
    assert broken.state == State.FAILED


def test_the_log_keeps_the_answer_and_neither_text_nor_address(queue, server):
    mail = queue(to="ana@essai.example")
    server.says = {"RCPT": "550 <ana@essai.example> is unknown"}

    attempt = deliver()

    assert attempt.answer == "550 <…> is unknown"
    assert not {field.name for field in mail.log.model._meta.fields} & {"text", "html"}


def test_nobody_sends_while_somebody_else_does(queue, server):
    queue()

    with turns.alone("delivery"):
        assert deliver_elsewhere() is None

    assert deliver().outcome == Outcome.SENT


def deliver_elsewhere():
    """As another process would: PostgreSQL grants a turn again to the same session."""
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection

    def call():
        try:
            return deliver()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as elsewhere:
        return elsewhere.submit(call).result()


@pytest.fixture
def writer(monkeypatch):
    """Let a function write mail in its own name, for one test."""

    def register(function):
        monkeypatch.setitem(outbox.WRITERS, function.__name__, function)
        return function.__name__

    return register


def test_words_may_be_written_when_the_mail_is_sent(queue, server, writer):
    def greet(facts, *, now):
        return outbox.Words(subject=f"{facts['name']}, {now.year}", text="Bonjour.")

    mail = queue(words=None, writer=writer(greet), facts={"name": "Ana"})

    deliver()

    mail.refresh_from_db()
    assert mail.subject == server.mails[0]["Subject"] == "Ana, 2026"


def test_a_letter_that_cannot_be_written_stops_nobody(queue, server, writer):
    def stumble(facts, *, now):
        raise ZeroDivisionError

    mail = queue(words=None, writer=writer(stumble))
    queue()

    assert [deliver().outcome, deliver().outcome] == [Outcome.UNWRITTEN, Outcome.SENT]

    mail.refresh_from_db()
    assert mail.state == State.WAITING


def test_what_is_no_news_any_more_is_withdrawn(queue, server, writer):
    mail = queue(words=None, writer=writer(lambda facts, *, now: None))

    assert deliver().outcome == Outcome.NO_NEWS

    mail.refresh_from_db()
    assert mail.state == State.WITHDRAWN
    assert not server.conversations
