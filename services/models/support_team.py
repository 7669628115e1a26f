from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from portal.core.models import Bassin, Words
from portal.core.phone_numbers import uri_of

LEAST_DAYS, MOST_DAYS = 1, 20
LEAST_MONTHS, MOST_MONTHS = 1, 24


class SupportTeam(models.Model):
    """Professionals whom others ask for help; only its members see what it is asked."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = Words(models.CharField, _("name"), max_length=120)
    email = models.EmailField(
        _("e-mail of the team"),
        blank=True,
        help_text=_("Told of each request, without one word of it. Never shown."),
    )
    reply_to = models.EmailField(
        _("address for answers"),
        blank=True,
        help_text=_(
            "Whoever answers a mail of the team (acknowledgement, answer, reminder) "
            "writes here. Give a mailbox that only members read: people may name "
            "somebody all the same. Empty: answers go to the address of the network."
        ),
    )
    phone = models.CharField(_("phone of the team"), max_length=30, blank=True)
    hours = Words(models.CharField, _("when it answers"), max_length=80, blank=True)
    response_days = models.PositiveSmallIntegerField(
        _("delay announced, in working days"),
        default=5,
        validators=[MinValueValidator(LEAST_DAYS), MaxValueValidator(MOST_DAYS)],
    )
    months_kept = models.PositiveSmallIntegerField(
        _("texts kept after closing, in months"),
        default=6,
        validators=[MinValueValidator(LEAST_MONTHS), MaxValueValidator(MOST_MONTHS)],
        help_text=_("Who asked and what was written is then erased; counts are kept."),
    )
    speaks_fr = models.BooleanField(_("speaks French"), default=True)
    speaks_nl = models.BooleanField(_("speaks Dutch"), default=False)
    speaks_en = models.BooleanField(_("speaks English"), default=False)
    speaks_es = models.BooleanField(_("speaks Spanish"), default=False)
    zone = models.ManyToManyField(Bassin, verbose_name=_("zone"), blank=True)
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="support_teams",
        verbose_name=_("members"),
        blank=True,
        help_text=_("They alone see the requests; they need the role of a team too."),
    )
    is_example = models.BooleanField(
        _("contact, zone and delay are an example"), default=False
    )

    class Meta:
        verbose_name = _("support team")
        verbose_name_plural = _("support teams")
        ordering = ["name_fr"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    response_days__range=(LEAST_DAYS, MOST_DAYS),
                    months_kept__range=(LEAST_MONTHS, MOST_MONTHS),
                ),
                name="services_support_team_delays_are_sane",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def languages(self):
        """The codes of those it speaks, French first; French where none is ticked."""
        codes = [code for code, _label in settings.LANGUAGES]
        spoken = [code for code in codes if getattr(self, f"speaks_{code}")]
        return spoken or [settings.LANGUAGE_CODE]

    @property
    def languages_words(self):
        """« Français, néerlandais, anglais, espagnol »"""
        names = [get_language_info(code)["name_translated"] for code in self.languages]
        return capfirst(", ".join(name.lower() for name in names))

    @property
    def phone_uri(self):
        """The number, as a telephone dials it."""
        return uri_of(self.phone)
