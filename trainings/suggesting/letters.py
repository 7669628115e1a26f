"""One letter to whoever suggested a need and left an address."""

from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from portal.core import outbox
from portal.core.letters import Letter, act, sentence
from portal.core.models import SiteSettings
from trainings.models import NeedSuggestion

State = NeedSuggestion.State


def answer(suggestion, *, now):
    """Put it in the outbox; the address is then kept nowhere else."""
    with translation.override(suggestion.language):
        letter = _letter(suggestion)
    return outbox.put(
        key=outbox.key("need-suggestion", suggestion.pk, "answer"),
        to=suggestion.email,
        language=suggestion.language,
        words=outbox.Words(letter.subject, letter.text, letter.html),
        now=now,
    )


def _letter(suggestion):
    return Letter(
        _("The training need you suggested"),
        (
            sentence(_("Hello,")),
            sentence(_("Thank you for the training need you suggested.")),
            sentence(_decision(suggestion)),
            act(
                _("The needs and what answers them:"),
                link=_("See the training needs"),
                url=urljoin(settings.SITE_URL, reverse("training_needs")),
            ),
            sentence(
                _("Your address served for this message alone: it is already erased."),
                str(SiteSettings.of_the_network().team_name),
            ),
        ),
    )


def _decision(suggestion):
    if suggestion.state == State.ACCEPTED:
        return _("The team has kept it among the needs it works on.")
    if suggestion.state == State.JOINED:
        return _("It joins a need that was already there: %(need)s") % {
            "need": suggestion.need.title
        }
    return _(
        "The team has read it and does not keep it for now; the next meetings may "
        "come back to it."
    )
