"""The link in every mail about a registration: whoever holds it may see and act.

It is revoked by a new ``link_stamp``, e.g. when the address of the person changes.
"""

from events.models import Registration
from portal.core import signing

PURPOSE = "registration"


class StaleLinkError(Exception):
    """The link was good once: it was revoked, or nothing of it is kept."""


def token(registration):
    return signing.token(PURPOSE, registration.pk, stamp=registration.link_stamp)


def registration_of(text):
    """The registration a link is about; LinkRefusedError when it was never ours."""
    pk, stamp = signing.read(PURPOSE, text)
    known = Registration.objects.select_related("meeting", "access_need")
    registration = known.filter(pk=pk).first()
    if registration is None or registration.link_stamp != stamp:
        raise StaleLinkError
    return registration
