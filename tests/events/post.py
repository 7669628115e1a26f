"""The post of a test: the outbox as delivery would empty it, letter by letter."""

from events import notices
from portal.core import outbox
from portal.core.models import OutgoingMail

State = OutgoingMail.State


def send_all(now):
    """The mails that leave at ``now``; those with nothing to say any more do not."""
    sent = []
    for mail in OutgoingMail.objects.waiting().order_by("pk"):
        has_news = outbox.write(mail, now=now)
        mail.state = State.SENT if has_news else State.WITHDRAWN
        mail.sent_at = now if has_news else None
        mail.save()
        sent += [mail] if has_news else []
    return sent


def reason_of(mail):
    return mail.key.split("/")[2]


def letters_to(registration, reason):
    """What this person was sent for this reason, in order."""
    mails = notices.mail_of(registration).filter(state=State.SENT).order_by("pk")
    return [mail for mail in mails if reason_of(mail) == reason]
