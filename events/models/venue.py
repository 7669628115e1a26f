from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
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
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Degrees, e.g. 50.836000. Calendars show the place on a map."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Degrees, e.g. 4.394000."),
    )
    is_example = models.BooleanField(_("example (fictional)"), default=False)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name_fr"]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="events_venue_has_both_coordinates",
                violation_error_message=_("Give both the latitude and the longitude."),
            )
        ]

    def __str__(self):
        return f"{self.name} ({self.commune})" if self.commune else self.name

    @property
    def coordinates(self):
        """Latitude and longitude in degrees (WGS 84), or nothing."""
        if self.latitude is None or self.longitude is None:
            return None
        return float(self.latitude), float(self.longitude)

    @property
    def address(self):
        """« Salle de l'Iris, rue de l'Exemple 10, 1040 Etterbeek »"""
        town = f"{self.commune.postcode} {self.commune.name}" if self.commune else ""
        return ", ".join(part for part in (self.name, self.street, town) if part)
