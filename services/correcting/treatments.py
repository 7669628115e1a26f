"""What is kept of contacts and of who reports errors, for the record of processing.

Durations are those that ``services.correcting.forgetting`` goes by.
"""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from portal.core import retention
from portal.core.retention import Treatment
from services.correcting.forgetting import DECIDED_MONTHS, EMAIL_MONTHS


def declare():
    retention.declare("service-contacts", CONTACTS)
    retention.declare("corrections", CORRECTIONS)


CONTACTS = Treatment(
    title=_("Contacts of the services of the directory"),
    purpose=_("To ask you, about twice a year, whether your entry is still right."),
    data=_(
        "Name, role, e-mail address, phone number, language of letters; when you were "
        "written to and when you answered."
    ),
    basis="",
    seen_by=_("The members of the team who are permitted to. Never published."),
    kept=_(
        "For as long as you are the contact of an entry; when the team removes you, "
        "the rest goes within a day."
    ),
)
CORRECTIONS = Treatment(
    title=_("Errors reported in the directory"),
    purpose=_("To correct the entry, and to thank you."),
    data=_("What you say is right and, if you give it, your e-mail address."),
    basis="",
    seen_by=_("The team."),
    kept=format_lazy(
        _(
            "The address: until you are thanked or your report is decided on, "
            "{email} months at most. The report: {decided} months after the decision."
        ),
        email=EMAIL_MONTHS,
        decided=DECIDED_MONTHS,
    ),
)
