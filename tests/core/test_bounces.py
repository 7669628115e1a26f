"""What a mail server took and sent back later counts as not delivered."""

import io
from email import message_from_string, policy
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.core import bounces
from portal.core.models import OutgoingMail

pytestmark = pytest.mark.django_db
HEADERS = """\
Message-ID: <{number}@portail.example>
Subject: Inscription
To: samira@service.example
"""
REPORT = """\
From: MAILER-DAEMON@mail.example
To: portail@portail.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

<samira@service.example>: no such person

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; samira@service.example
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <samira@service.example>:
    no such person here

--b
Content-Type: {kind}

{headers}
--b--
"""


def report_on(number, action="failed", kind="text/rfc822-headers"):
    return REPORT.format(
        action=action, kind=kind, headers=HEADERS.format(number=number)
    )


def read(text):
    return bounces.read(message_from_string(text, policy=policy.default))


@pytest.fixture
def mail():
    now = timezone.now()
    return OutgoingMail.objects.create(
        key="registration/1/registered/1",
        to="samira@service.example",
        language="fr",
        state=OutgoingMail.State.SENT,
        sent_at=now,
        give_up_at=now,
    )


@pytest.mark.parametrize("kind", ["text/rfc822-headers", "message/rfc822"])
def test_a_mail_that_comes_back_was_not_delivered(mail, kind):
    bounce = read(report_on(mail.uuid, kind=kind))

    assert bounces.note(bounce, now=timezone.now())

    mail.refresh_from_db()
    (attempt,) = mail.log.all()
    assert mail.state == OutgoingMail.State.FAILED
    assert attempt.outcome == "bounced"
    assert attempt.answer == "smtp; 550 5.1.1 <…>: no such person here"


def test_the_same_report_counts_once(mail):
    bounce = read(report_on(mail.uuid))

    noted = [bounces.note(bounce, now=timezone.now()) for _ in range(2)]

    assert noted == [True, False]
    assert mail.log.count() == 1


@pytest.mark.parametrize(
    "text",
    [
        report_on("{}".format("0" * 8), action="failed"),
        report_on("8de3ecb7-84b3-4616-8823-9a9fe8673bf1", action="delayed"),
        "Subject: Absence\n\nJe suis en congé.",
        "",
    ],
)
def test_what_is_no_failure_of_ours_is_no_bounce(text):
    assert read(text) is None


def test_a_report_on_a_mail_nobody_knows_changes_nothing():
    assert not bounces.note(read(report_on(uuid4())), now=timezone.now())


def test_a_mail_server_hands_reports_to_a_command(mail, monkeypatch, capsys):
    text = io.BytesIO(report_on(mail.uuid).encode())
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=text))

    call_command("read_bounce")

    assert capsys.readouterr().out == f"{mail.uuid}: not delivered\n"
