"""The link in every mail about a request: whoever holds it may follow it, and act."""

from portal.core import signing
from services.models import SupportRequest

PURPOSE = "support"
RECEIPT = "support-receipt"


class StaleLinkError(Exception):
    """The link was good once: it was revoked."""


def token(request):
    return signing.token(PURPOSE, request.pk, stamp=request.link_stamp)


def request_of(text):
    """The request a link is about; LinkRefusedError when it was never ours."""
    pk, stamp = signing.read(PURPOSE, text)
    known = SupportRequest.objects.select_related("team", "kind", "proposed_team")
    found = known.filter(pk=pk).first()
    if found is None or found.link_stamp != stamp:
        raise StaleLinkError
    return found
