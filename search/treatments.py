"""What is kept of searches, for the record of processing."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from portal.core import retention
from portal.core.retention import Treatment
from search import counting


def declare():
    retention.declare("searches", SEARCHES)


SEARCHES = Treatment(
    title=_("Words looked for"),
    purpose=_("To find what people look for here and do not find."),
    data=_(
        "The words and how often, by week; nothing of who looked for them. Text that "
        "nothing published holds only from its third time on."
    ),
    basis="",
    seen_by=_("The team."),
    kept=format_lazy(_("{days} days."), days=counting.KEPT_FOR.days),
)
