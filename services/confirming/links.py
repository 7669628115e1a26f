"""The link to confirm entries: its holder answers for the services of one address.

It holds for half a year, through every mail in which it is sent again. It is revoked by
a new stamp, and when no service has the address among its contacts any more.
"""

from datetime import timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse

from portal.core import signing
from services.models import Correspondent

PURPOSE = "confirmation"
HOLDS_FOR = timedelta(days=200)


class StaleLinkError(Exception):
    """The link was good once: it is too old, or was revoked."""


def token(correspondent):
    return signing.token(PURPOSE, correspondent.pk, stamp=correspondent.stamp)


def url(correspondent):
    """In the language that is active."""
    path = reverse("service_confirmation", args=[token(correspondent)])
    return urljoin(settings.SITE_URL, path)


def correspondent_of(text):
    """Whose link it is; ``LinkRefusedError`` when it was never ours."""
    try:
        pk, stamp = signing.read(PURPOSE, text, max_age=HOLDS_FOR)
    except signing.LinkExpiredError as error:
        raise StaleLinkError from error
    known = Correspondent.objects.filter(pk=pk).first()
    if known is None or str(known.stamp) != stamp:
        raise StaleLinkError
    return known
