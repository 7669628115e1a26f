"""What is kept of people about trainings, for the record of processing.

Durations are those that the removals go by.
"""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from portal.core import retention
from portal.core.retention import Treatment
from trainings.suggesting.forgetting import DECIDED_MONTHS, EMAIL_MONTHS
from trainings.voices.forgetting import MONTHS
from trainings.voices.links import CONFIRMED_WITHIN


def declare():
    retention.declare("training-voices", VOICES)
    retention.declare("training-suggestions", SUGGESTIONS)


VOICES = Treatment(
    title=_("Voices for training needs"),
    purpose=_(
        "To count how many people need a training, once each, and to write to those "
        "who ask for it when a session opens."
    ),
    data=_(
        "Your e-mail address, the need, the language of letters and whether you want "
        "to hear of sessions. Numbers are published, nobody is named."
    ),
    basis="",
    seen_by=_("Nobody: the team sees the numbers."),
    kept=format_lazy(
        _(
            "Not confirmed: {days} days. Confirmed: until you take your voice back, "
            "{months} months at most; it then stays as a number without an address."
        ),
        days=CONFIRMED_WITHIN.days,
        months=MONTHS,
    ),
)
SUGGESTIONS = Treatment(
    title=_("Suggested training needs"),
    purpose=_("To know what is missing, and to answer you."),
    data=_(
        "What you write, which must name nobody, and if you give it your e-mail "
        "address."
    ),
    basis="",
    seen_by=_("The team."),
    kept=format_lazy(
        _(
            "The address: until the team has answered you, {email} months at most. "
            "The suggestion: {decided} months after the decision."
        ),
        email=EMAIL_MONTHS,
        decided=DECIDED_MONTHS,
    ),
)
