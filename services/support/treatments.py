"""What is kept of people who ask a team for help, for the record of processing."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from portal.core import retention
from portal.core.retention import Treatment
from services.support.forgetting import TRACE_MONTHS


def declare():
    retention.declare("support-requests", REQUESTS)
    retention.declare("support-traces", TRACES)


REQUESTS = Treatment(
    title=_("Requests for support"),
    purpose=_("To call you back, to answer you, and to account for the work done."),
    data=_(
        "Your name, institution, function, e-mail address and phone number; what you "
        "write, which must name nobody. What may name somebody is shown to you and "
        "left out."
    ),
    basis="",
    seen_by=_("The members of the team you ask; another team only if you agree."),
    kept=_(
        "Until you withdraw the request, or some months after it is closed: 6, unless "
        "the team chose otherwise (from 1 to 24). The kind, the level, the sector, the "
        "commune and the outcome are counted, without any name."
    ),
)
TRACES = Treatment(
    title=_("Who opened a request for support"),
    purpose=_("To know who had access to it."),
    data=_("The account of the member of the team, when, and what was done."),
    basis="",
    seen_by=_("The members of that team."),
    kept=format_lazy(_("{months} months."), months=TRACE_MONTHS),
)
