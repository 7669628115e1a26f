"""Mail of the outbox is handed to the mail server, one at a time.

What the server takes is marked as sent before the next one is begun: killed in the
middle, the portal sends at most that one again. What it refuses for the person is
marked as failed. Whatever else happens (nobody answers, a hang, any 4xx at any step, a
cut) the mail is tried again, ever less often, until it is of no more use.

SMTP has one moment at which nobody can tell: cut off after the whole text was given and
before the answer. The mail is then sent again, and its log says that it may be there
twice.
"""

import logging
import time
from datetime import timedelta
from smtplib import (
    SMTPDataError,
    SMTPRecipientsRefused,
    SMTPResponseException,
)

from django.core.mail import get_connection
from django.db import OperationalError, connection, transaction

from portal.core import outbox, turns
from portal.core.envelopes import envelope
from portal.core.models import DeliveryAttempt, OutgoingMail

Outcome = DeliveryAttempt.Outcome
State = OutgoingMail.State

# What becomes of a mail; after any other outcome it is tried again.
STATES = {
    Outcome.SENT: State.SENT,
    Outcome.REFUSED: State.FAILED,
    Outcome.TOO_LATE: State.FAILED,
    Outcome.NO_NEWS: State.WITHDRAWN,
}
# Minutes until the next attempt; the last one goes on.
BACKOFF = [0.5, 1, 2, 5, 15, 30, 60, 120, 240]
# Seconds that a busy database is waited for.
WAITS = [0.2, 1, 3, 10]

log = logging.getLogger(__name__)


def deliver_one(*, now):
    """The attempt to send what is due first; None when nothing is.

    None too while another process is sending.
    """
    with turns.alone("delivery") as mine:
        mail = OutgoingMail.objects.due(now).first() if mine else None
        return _deliver(mail, now) if mail else None


def _deliver(mail, now):
    attempt = _begin(mail, now)
    if mail.give_up_at <= now:
        return _conclude(mail, attempt, Outcome.TOO_LATE)
    if obstacle := _write(mail, now):
        return _conclude(mail, attempt, obstacle)
    server = get_connection()
    try:
        outcome, answer = _hand_over(mail, server)
        # Before we say goodbye, which may hang.
        _surely(lambda: _conclude(mail, attempt, outcome, answer))
    finally:
        _hang_up(server)
    return attempt


def _begin(mail, now):
    with transaction.atomic():
        mail.attempts += 1
        mail.save(update_fields=["attempts"])
        return mail.log.create(at=now)


def _write(mail, now):
    """Why there is nothing to send, if so."""
    try:
        with transaction.atomic():
            return None if outbox.write(mail, now=now) else Outcome.NO_NEWS
    except Exception:
        # One letter that cannot be written must not keep the others.
        log.exception("mail %s could not be written", mail.pk)
        return Outcome.UNWRITTEN


def _hand_over(mail, server):
    """What became of it, and what the server answered."""
    try:
        server.open()
    except OSError as error:
        return Outcome.NO_SERVER, _words_of(error)
    try:
        server.send_messages([envelope(mail)])
    except SMTPRecipientsRefused as error:
        (refusal,) = error.recipients.values()
        return _judged(*refusal)
    except SMTPDataError as error:
        return _judged(error.smtp_code, error.smtp_error)
    except SMTPResponseException as error:
        # About us and not about the person, so whoever runs the server can mend it.
        return Outcome.LATER, _words_of(error)
    except OSError as error:
        return Outcome.CUT, _words_of(error)
    except ValueError as error:
        # Nothing that can be sent, e.g. an address no mail can go to.
        return Outcome.REFUSED, type(error).__name__
    return Outcome.SENT, ""


def _judged(code, words):
    outcome = Outcome.REFUSED if code >= 500 else Outcome.LATER
    return outcome, f"{code} {_decoded(words)}"


def _words_of(error):
    if isinstance(error, SMTPResponseException):
        return f"{error.smtp_code} {_decoded(error.smtp_error)}"
    return f"{type(error).__name__}: {error}"


def _decoded(words):
    return words.decode(errors="replace") if isinstance(words, bytes) else str(words)


def _conclude(mail, attempt, outcome, answer=""):
    attempt.outcome = outcome
    # Servers repeat addresses, and the log outlives them.
    attempt.answer = answer.replace(mail.to or "…", "…")[:300]
    mail.state = _state_after(mail, attempt)
    mail.sent_at = attempt.at if mail.state == State.SENT else None
    mail.due_at = _next_attempt(mail, attempt)
    with transaction.atomic():
        attempt.save(update_fields=["outcome", "answer"])
        mail.save(update_fields=["state", "sent_at", "due_at"])
    log.info("mail %s: %s %s", mail.pk, attempt.outcome, attempt.answer)
    return attempt


def _state_after(mail, attempt):
    if attempt.outcome in STATES:
        return STATES[attempt.outcome]
    late = _next_attempt(mail, attempt) >= mail.give_up_at
    return State.FAILED if late else State.WAITING


def _next_attempt(mail, attempt):
    minutes = BACKOFF[min(mail.attempts, len(BACKOFF)) - 1]
    return attempt.at + timedelta(minutes=minutes)


def _surely(write):
    # The mail is gone: a database that is busy must not make us send it twice.
    for seconds in WAITS:
        try:
            return write()
        except OperationalError:
            connection.close_if_unusable_or_obsolete()
            time.sleep(seconds)
    return write()


def _hang_up(server):
    try:
        server.close()
    except OSError as error:
        log.info("the mail server did not say goodbye: %s", type(error).__name__)
