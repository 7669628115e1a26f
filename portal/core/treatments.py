"""What every room's people leave behind here, for the record of processing."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from portal.core import limits, outbox, retention
from portal.core.retention import Treatment


def declare():
    retention.declare("mail", MAIL)
    retention.declare("tries", TRIES)
    retention.declare("accounts", ACCOUNTS)


MAIL = Treatment(
    title=_("E-mails of the portal"),
    purpose=_("To write to you, and to find out why a message did not arrive."),
    data=_("Your address and the text of the message, then only when it was sent."),
    basis="",
    seen_by=_("The team."),
    kept=format_lazy(
        _("Texts and addresses: {days} days at most."), days=outbox.KEPT_FOR.days
    ),
)
TRIES = Treatment(
    title=_("Protection against automatic forms"),
    purpose=_("To count how often one address sends a form."),
    data=_("A fingerprint of the address, from which it cannot be found again."),
    basis="",
    seen_by=_("Nobody."),
    kept=format_lazy(_("{minutes} minutes."), minutes=limits.WHILE.seconds // 60),
)
ACCOUNTS = Treatment(
    title=_("Accounts of editors"),
    purpose=_("To write the portal, and to protect accounts against strangers."),
    data=_(
        "Name, e-mail address, fingerprint of the password, history of changes; "
        "sign-ins and failed ones with the IP address."
    ),
    basis="",
    seen_by=_("The administrators."),
    kept=_(
        "For as long as the account serves. Traces of sign-ins are not erased by "
        "themselves yet."
    ),
)
