"""Mail that is written with the change it tells of, and sent after it.

A mail is a row of the same transaction: undone changes tell nobody, and a change that
is kept loses no mail. Its key says to whom, about what, why and for which revision, so
that nothing is ever told twice; ``portal.core.delivery`` sends it.

Its words may be written when it is sent, by a writer that an app registers: whoever
holds a lock is then not kept by them. What must be said as it was is put with it.
"""

import re
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import translation

from portal.core.models import OutgoingMail

# How long a mail server may stay away (RFC 5321, 4.5.4.1).
PATIENCE = timedelta(days=5)
# The texts hold personal links: they are kept while somebody may ask about a mail.
KEPT_FOR = timedelta(days=30)
BLANKED = {
    "to": "",
    "subject": "",
    "text": "",
    "html": "",
    "attachments": [],
    "facts": {},
}
WRITERS = {}


@dataclass(frozen=True)
class Attachment:
    """A file of text; ``parameters`` go with its type, as the method of a calendar."""

    name: str
    text: str
    subtype: str = "plain"
    parameters: tuple = ()


@dataclass(frozen=True)
class Words:
    """What a mail says."""

    subject: str
    text: str
    html: str = ""
    attachments: tuple = ()


def writer(function):
    """Let ``function(facts, *, now)`` give the Words of mail put in its name.

    It is called in the language of the mail; None means that it is of no more use.
    """
    WRITERS[function.__name__] = function
    return function


def key(*parts):
    """« registration/12/confirmed/… »: the same parts are the same mail."""
    return "/".join(str(part) for part in parts)


def put(
    *,
    key,
    to,
    language,
    now,
    words=None,
    writer="",
    facts=None,
    until=None,
    reply_to="",
):
    """Queue a mail in the caller's transaction; None when it was queued before.

    It has its ``words``, or the name of the ``writer`` who finds them and the ``facts``
    to tell. From ``until`` on it would be of no use, e.g. to offer what is not free.
    Whoever answers it writes to ``reply_to``, or else to the network.
    """
    mail = OutgoingMail(
        key=key,
        to=to,
        reply_to=reply_to,
        language=language,
        writer=writer,
        facts=facts or {},
        due_at=now,
        give_up_at=until or now + PATIENCE,
        created_at=now,
        **(_columns(words) if words else {}),
    )
    return mail if _is_new(mail) else None


def write(mail, *, now):
    """Give a mail its words if it has none yet; False when there is nothing to say."""
    if mail.text:
        return True
    with translation.override(mail.language):
        words = WRITERS[mail.writer](mail.facts, now=now)
    if words is None:
        return False
    columns = _columns(words)
    for name, value in columns.items():
        setattr(mail, name, value)
    mail.save(update_fields=columns.keys())
    return True


def retry(mail, *, now):
    """Send once more a mail that was refused for good, e.g. once a mailbox is back."""
    failed = OutgoingMail.objects.failed().filter(pk=mail.pk).exclude(to="")
    return failed.update(
        state=OutgoingMail.State.WAITING,
        attempts=0,
        due_at=now,
        give_up_at=now + PATIENCE,
    )


def forget(mails):
    """Blank what ``mails`` say and to whom; those not yet sent never will be."""
    waiting = mails.filter(state=OutgoingMail.State.WAITING)
    waiting.update(state=OutgoingMail.State.WITHDRAWN, **BLANKED)
    return mails.exclude(to="", text="").update(**BLANKED)


def forget_old(*, now, limit=None):
    """Blank the mail that is done with since a month; that it was sent stays known."""
    done = OutgoingMail.objects.exclude(state=OutgoingMail.State.WAITING)
    old = done.filter(created_at__lt=now - KEPT_FOR).exclude(to="", text="")
    chosen = old.order_by("pk").values_list("pk", flat=True)[:limit]
    return forget(OutgoingMail.objects.filter(pk__in=list(chosen)))


def _is_new(mail):
    """Write the mail down, unless one with its key is there."""
    # Tried rather than asked before: as a rule it is new, and somebody holds a lock.
    try:
        with transaction.atomic():
            mail.save(force_insert=True)
    except IntegrityError:
        if OutgoingMail.objects.filter(key=mail.key).exists():
            return False
        raise
    return True


def _columns(words):
    return {
        "subject": _one_line(words.subject),
        "text": words.text,
        "html": words.html,
        "attachments": [asdict(attachment) for attachment in words.attachments],
    }


def _one_line(subject):
    return re.sub(r"[\r\n\t]+", " ", subject)[:255]
