from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from portal.core.models.words import Words, columns
from portal.core.phone_numbers import uri_of


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """What the head and the foot of every page say about the network and its team."""

    network_name = Words(models.CharField, _("name of the network"), max_length=80)
    tagline = Words(models.CharField, _("tagline"), max_length=80, blank=True)
    team_name = Words(models.CharField, _("name of the team"), max_length=120)
    team_invitation = Words(
        models.CharField,
        _("invitation to write to the team"),
        max_length=200,
        blank=True,
    )
    team_email = models.EmailField(_("e-mail of the team"), blank=True)
    team_phone = models.CharField(_("phone of the team"), max_length=30, blank=True)
    team_hours = Words(
        models.CharField,
        _("when the team answers"),
        max_length=80,
        blank=True,
    )
    contact_is_fictional = models.BooleanField(
        _("the contact data are an example"),
        default=False,
        help_text=_("The foot of each page then says so."),
    )
    urgency = Words(models.CharField, _("in case of emergency"), max_length=255)
    publisher = models.CharField(_("responsible publisher"), max_length=255, blank=True)
    security_email = models.EmailField(_("e-mail for security reports"), blank=True)

    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in columns("network_name") + columns("tagline")],
            heading=_("Network"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in [
                    *columns("team_name"),
                    *columns("team_invitation"),
                    "team_email",
                    "team_phone",
                    *columns("team_hours"),
                    "contact_is_fictional",
                ]
            ],
            heading=_("Team"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in [*columns("urgency"), "publisher", "security_email"]
            ],
            heading=_("Notices"),
        ),
    ]

    class Meta:
        verbose_name = _("contact and notices")

    def __str__(self):
        return self.network_name

    @classmethod
    def of_the_network(cls):
        """Those of the default site, where no request says which; empty without any."""
        return cls.objects.filter(site__is_default_site=True).first() or cls()

    @property
    def phone_uri(self):
        """The team's number, as a telephone dials it."""
        return uri_of(self.team_phone)
