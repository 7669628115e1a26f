"""Mail that comes back: taken by the mail server, and refused further on.

A report of it (RFC 3464) goes to the address the portal writes from. It holds the
headers of the mail it is about, so ``Message-ID`` says which one that was.
"""

import re
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from portal.core.models import DeliveryAttempt, OutgoingMail

OURS = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@")
State = OutgoingMail.State


@dataclass(frozen=True)
class Bounce:
    """Which mail came back, and what the server that refused it answered."""

    mail: UUID
    answer: str


def read(report):
    """The bounce an ``email`` message tells of; None where it tells of none of ours.

    A report of a mere delay, or of a success, is no bounce.
    """
    parts = list(report.walk())
    refusal = next(filter(_is_failure, parts), None)
    named = filter(None, (OURS.search(str(part["Message-ID"])) for part in parts[1:]))
    number = next(named, None) or _named_in_text(parts)
    if refusal is None or number is None:
        return None
    said = refusal["Diagnostic-Code"] or refusal["Status"] or ""
    return Bounce(UUID(number[1]), " ".join(str(said).split()))


@transaction.atomic
def note(bounce, *, now):
    """Count the mail as not delivered; False when there was nothing to change."""
    mail = OutgoingMail.objects.select_for_update().filter(uuid=bounce.mail).first()
    if mail is None or mail.state != State.SENT:
        return False
    mail.state, mail.sent_at = State.FAILED, None
    mail.save(update_fields=["state", "sent_at"])
    outcome = DeliveryAttempt.Outcome.BOUNCED
    # Servers repeat addresses, and the log outlives them.
    answer = bounce.answer.replace(mail.to or "…", "…")[:300]
    mail.log.create(at=now, outcome=outcome, answer=answer)
    return True


def _is_failure(part):
    return str(part["Action"]).strip().lower() == "failed"


def _named_in_text(parts):
    """Some servers send the headers back as text."""
    texts = (p for p in parts if p.get_content_type() == "text/rfc822-headers")
    return next(filter(None, (OURS.search(p.get_content()) for p in texts)), None)
