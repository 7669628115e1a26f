"""One letter to whoever told us of an error and left an address."""

from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from portal.core import outbox
from portal.core.letters import Letter, act, sentence
from portal.core.models import SiteSettings


def send(correction, *, now):
    """Put it in the outbox; the address is then kept nowhere else."""
    with translation.override(correction.language):
        letter = _letter(correction.service)
    return outbox.put(
        key=outbox.key("correction", correction.pk, "thanks"),
        to=correction.email,
        language=correction.language,
        words=outbox.Words(subject=letter.subject, text=letter.text, html=letter.html),
        now=now,
    )


def _letter(service):
    url = urljoin(settings.SITE_URL, reverse("service", args=[service.slug]))
    return Letter(
        _("Thank you: the directory is corrected"),
        (
            sentence(_("Hello,")),
            sentence(
                _("You told us of an error in the entry « %(name)s ».")
                % {"name": service.name},
                _("It is corrected, and the next person will find the right thing."),
            ),
            act(_("The entry as it is now:"), link=_("See the entry"), url=url),
            sentence(
                _(
                    "Your address served for this message alone: it is already "
                    "erased from the directory."
                ),
                str(SiteSettings.of_the_network().team_name),
            ),
        ),
    )
