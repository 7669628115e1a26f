"""One letter to whoever reported a need and left an address."""

from django.utils import translation
from django.utils.translation import gettext as _

from events.models import ReportedNeed
from portal.core import outbox
from portal.core.letters import Letter, sentence
from portal.core.models import SiteSettings

State = ReportedNeed.State


def tell(reported, *, why, now):
    """Put it in the outbox; none of the words that were reported is in it."""
    with translation.override(reported.language):
        letter = _letter(reported, why)
    return outbox.put(
        key=outbox.key("reported-need", reported.pk, "decided"),
        to=reported.email,
        language=reported.language,
        words=outbox.Words(subject=letter.subject, text=letter.text, html=letter.html),
        now=now,
    )


def _letter(reported, why):
    return Letter(
        _("What you told us from the field"),
        (
            sentence(_("Hello,")),
            sentence(_("Thank you for reporting what you meet."), _outcome(reported)),
            sentence(why),
            sentence(
                _("Your address served for this message alone: it is already erased."),
                str(SiteSettings.of_the_network().team_name),
            ),
        ),
    )


def _outcome(reported):
    return {
        State.ACCEPTED: _(
            "It was noted, and will be put on the table of the next meetings."
        ),
        State.JOINED: _(
            "Others had told us the same: it counts among what comes back."
        ),
        State.REFUSED: _("It was not kept among the needs of the network."),
    }[reported.state]
