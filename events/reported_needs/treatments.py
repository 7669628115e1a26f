"""What is kept of who reports a need, for the record of processing."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from events.reported_needs.forgetting import EMAIL_MONTHS, WORDS_MONTHS
from portal.core import retention
from portal.core.retention import Treatment


def declare():
    retention.declare("reported-needs", REPORTED)


REPORTED = Treatment(
    title=_("Needs reported from the field"),
    purpose=_("To hear what comes back, and to tell you what becomes of it."),
    data=_("What you write, the commune and, if you give it, your e-mail address."),
    basis="",
    seen_by=_("The team."),
    kept=format_lazy(
        _(
            "The address: until you are answered, {email} months at most. The words: "
            "{words} months after the decision."
        ),
        email=EMAIL_MONTHS,
        words=WORDS_MONTHS,
    ),
)
