"""The letter that asks whether entries are still right, and its reminder."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core import outbox, when
from portal.core.letters import Letter, act, facts, sentence
from portal.core.models import SiteSettings
from services.confirming import asking, links
from services.models import Correspondent


def write_confirmation(told, *, now):
    """Its words; none once there is nothing to ask, or somebody has answered."""
    known = Correspondent.objects.filter(pk=told["correspondent"]).first()
    if known is None or known.is_answered:
        return None
    services = list(asking.services_of(known.email))
    if not services:
        return None
    letter = _letter(known, services, is_reminder=told["reason"] == "reminded")
    return outbox.Words(subject=letter.subject, text=letter.text, html=letter.html)


def _letter(correspondent, services, *, is_reminder):
    site = SiteSettings.of_the_network()
    subject = ngettext(
        "Is your entry still right?", "Are your entries still right?", len(services)
    )
    if is_reminder:
        subject = _("Reminder: %(subject)s") % {"subject": subject}
    return Letter(
        subject,
        (
            sentence(_("Hello,")),
            sentence(
                _("The directory of %(network)s tells professionals of:")
                % {"network": site.network_name}
            ),
            facts(*(_line(service) for service in services)),
            act(
                _(
                    "Say in a moment what is still right and what has changed, without "
                    "a password:"
                ),
                link=_("Confirm or correct"),
                url=links.url(correspondent),
            ),
            sentence(
                _("Without an answer your entry stays online, marked as unconfirmed."),
                _("Is it for a colleague? Pass this message on."),
            ),
            facts(
                ", ".join(
                    part
                    for part in (site.team_name, site.team_phone, site.team_email)
                    if part
                ),
                _(
                    "You receive this message about twice a year because you are the "
                    "contact of this entry. To stop it, write to the team."
                ),
            ),
        ),
    )


def _line(service):
    if service.assured_date is None:
        return service.name
    day = when.day(service.assured_date, weekday=False)
    return _("%(name)s (confirmed on %(day)s)") % {"name": service.name, "day": day}
