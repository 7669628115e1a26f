"""What is kept of people who register, for the record of processing.

Durations are those that ``events.forgetting`` goes by.
"""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from events.forgetting import ATTESTATION_MONTHS
from events.models.keeping import MOST_MONTHS, USUAL_MONTHS
from portal.core import retention
from portal.core.retention import Treatment


def declare():
    retention.declare("registrations", REGISTRATIONS)
    retention.declare("waiting", WAITING)
    retention.declare("access-needs", ACCESS_NEEDS)
    retention.declare("attestations", ATTESTATIONS)


REGISTRATIONS = Treatment(
    title=_("Registrations for a meeting"),
    purpose=_(
        "To organise the meeting: confirm your seat, remind you of it, tell you of a "
        "change, welcome you, send you the report."
    ),
    data=_(
        "First name, last name, e-mail address, organisation, language of e-mails; if "
        "you give them, function, question and answers to the questions of the "
        "meeting; whether you came."
    ),
    basis="",
    seen_by=_(
        "The team, and whoever welcomes you at the door. Your name is on the list "
        "handed out only if you tick the box."
    ),
    kept=format_lazy(
        _(
            "{usual} months after the meeting, unless its form says otherwise (from 1 "
            "to {most} months). How many came is kept, without any name."
        ),
        usual=USUAL_MONTHS,
        most=MOST_MONTHS,
    ),
)
WAITING = Treatment(
    title=_("Waiting list, and registrations that were given up"),
    purpose=_("To give the seats that come free, in order of arrival."),
    data=_("The same."),
    basis="",
    seen_by=_("The team."),
    kept=_("Until the day after the meeting."),
)
ACCESS_NEEDS = Treatment(
    title=_("Needs for access"),
    purpose=_("To prepare what you need in order to take part."),
    data=_("What you write about it. It may tell of your health: it is kept apart."),
    basis=_("Your explicit consent: you write it only if you wish to."),
    seen_by=_("The team."),
    kept=_("Until the day after the meeting."),
)
ATTESTATIONS = Treatment(
    title=_("Attestations of attendance"),
    purpose=_("To let whoever holds one prove that it is true, by its number."),
    data=_("The name on the paper, the meeting and the number."),
    basis="",
    seen_by=_("The team, and whoever knows the number."),
    kept=format_lazy(
        _("{months} months from their issue, unless you have your data erased."),
        months=ATTESTATION_MONTHS,
    ),
)
