"""What is kept of people at the services, for the record of processing."""

from django.utils.translation import gettext_lazy as _

from portal.core import retention
from portal.core.retention import Treatment


def declare():
    retention.declare("directory-contacts", CONTACTS)


CONTACTS = Treatment(
    title=_("Contacts of the services in the directory"),
    purpose=_("To check with a service that what the directory says of it is right."),
    data=_(
        "First and last name, function, professional e-mail address and phone number, "
        "language of letters; what the team notes about the service."
    ),
    basis="",
    seen_by=_("Those of the team who were given access; never the public."),
    kept=_(
        "Until the service or the person asks for their removal, or somebody else "
        "answers for the service. No copy stays in the history of the entry."
    ),
)
