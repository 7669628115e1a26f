"""Links sent by mail: whoever holds one may see, and act by a button.

A link names one purpose and one record. Opening it only shows a page (mail scanners
follow links); the button on that page posts. A link is revoked by changing the stamp
of its record, e.g. when a new one is asked for.
"""

from django.core import signing


class LinkRefusedError(Exception):
    """The link was altered, is of another purpose, or was revoked."""


class LinkExpiredError(LinkRefusedError):
    """The link was good once."""


def token(purpose, record_id, *, stamp=""):
    """A text for an address, that says ``record_id`` and cannot be forged."""
    return signing.dumps([str(record_id), str(stamp)], salt=_salt(purpose))


def read(purpose, text, *, max_age=None):
    """The record's id and the stamp a token was made with.

    ``max_age`` is a ``timedelta``, or None for a link that holds until it is revoked.
    Raises LinkExpiredError when the token is older, and LinkRefusedError when it was
    not made here.
    """
    try:
        record_id, stamp = signing.loads(text, salt=_salt(purpose), max_age=max_age)
    except signing.SignatureExpired as error:
        raise LinkExpiredError from error
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise LinkRefusedError from error
    return record_id, stamp


def _salt(purpose):
    return f"portal.link.{purpose}"
