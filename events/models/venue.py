from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import Commune, Words


class Venue(models.Model):
    """A place where people meet, how to get there and how to get in."""

    name = Words(models.CharField, _("name"), max_length=120)
    street = models.CharField(_("street and number"), max_length=160, blank=True)
    commune = models.ForeignKey(
        Commune,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("commune"),
        null=True,
        blank=True,
    )
    access = Words(
        models.TextField,
        _("how to get there"),
        blank=True,
        help_text=_("Metro, tram, bicycles: one or two sentences."),
    )
    accessibility = Words(
        models.TextField,
        _("accessibility"),
        blank=True,
        help_text=_("Steps, lift, toilets, hearing loop."),
    )
    is_example = models.BooleanField(_("example (fictional)"), default=False)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name_fr"]

    def __str__(self):
        return f"{self.name} ({self.commune})" if self.commune else self.name

    @property
    def address(self):
        """« Salle de l'Iris, rue de l'Exemple 10, 1040 Etterbeek »"""
        town = f"{self.commune.postcode} {self.commune.name}" if self.commune else ""
        return ", ".join(part for part in (self.name, self.street, town) if part)
