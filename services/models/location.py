"""Where services are received; never where they work, which is their area served."""

from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.core.models import Commune, Words
from services.models.organisation import Organisation
from services.models.service import Service


class Location(models.Model):
    """A place of an organisation (HSDS ``location`` with its one ``address``)."""

    class Kind(models.TextChoices):
        PHYSICAL = "physical", _("place")
        POSTAL = "postal", _("postal address")
        VIRTUAL = "virtual", _("online")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="locations",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
    )
    location_type = models.CharField(
        _("kind"), max_length=8, choices=Kind.choices, default=Kind.PHYSICAL
    )
    name = Words(models.CharField, _("name of the place"), max_length=160, blank=True)
    url = models.URLField(_("address online"), max_length=500, blank=True)
    address_1 = models.CharField(_("street and number"), max_length=160, blank=True)
    address_2 = models.CharField(_("building, floor"), max_length=160, blank=True)
    postal_code = models.CharField(
        _("postcode"), max_length=10, blank=True, db_index=True
    )
    city = models.CharField(_("town"), max_length=80, blank=True)
    region = models.CharField(_("region"), max_length=80, blank=True)
    country = models.CharField(_("country"), max_length=2, default="BE")
    commune = models.ForeignKey(
        Commune,
        on_delete=models.PROTECT,
        related_name="locations",
        verbose_name=_("commune"),
        null=True,
        blank=True,
    )
    transportation = Words(models.TextField, _("how to get there"), blank=True)
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
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    is_fictional = models.BooleanField(_("example (fictional)"), default=False)

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("place of a service")
        verbose_name_plural = _("places of services")
        ordering = ["postal_code", "address_1"]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="services_location_has_both_coordinates",
                violation_error_message=_("Give both the latitude and the longitude."),
            )
        ]

    def __str__(self):
        return self.name or self.address or self.url

    def clean(self):
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            words = _("Give both the latitude and the longitude.")
            raise ValidationError({"longitude": words})

    @property
    def address(self):
        """« Rue de l'Exemple 10, 1040 Etterbeek »"""
        town = f"{self.postal_code} {self.town}".strip()
        return ", ".join(
            part for part in (self.address_1, self.address_2, town) if part
        )

    @property
    def town(self):
        """The commune in the reader's language, else the town as it was written."""
        return self.commune.name if self.commune else self.city

    @property
    def coordinates(self):
        """Latitude and longitude in degrees (WGS 84), or nothing."""
        if self.latitude is None or self.longitude is None:
            return None
        return float(self.latitude), float(self.longitude)


class ServiceAtLocation(models.Model):
    """One service at one of its places (HSDS ``service_at_location``)."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    service = ParentalKey(
        Service, on_delete=models.CASCADE, related_name="service_at_locations"
    )
    location = models.ForeignKey(
        Location,
        on_delete=models.PROTECT,
        related_name="service_at_locations",
        verbose_name=_("place"),
    )
    description = Words(models.TextField, _("what is particular there"), blank=True)
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("place where the service is received")
        verbose_name_plural = _("places where the service is received")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "location"],
                name="services_service_once_at_a_location",
                violation_error_message=_("This place is already listed."),
            )
        ]

    def __str__(self):
        return f"{self.service} – {self.location}"
