"""Where a service works, which is not where it sits."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from portal.core.models import Bassin, Commune, Words


class AreaServed(models.Model):
    """The communes, bassins, region or country whose people a service is for."""

    communes = ParentalManyToManyField(
        Commune, related_name="+", verbose_name=_("communes served"), blank=True
    )
    bassins = ParentalManyToManyField(
        Bassin, related_name="+", verbose_name=_("bassins served"), blank=True
    )
    serves_region = models.BooleanField(
        _("serves the whole Brussels Region"), default=False
    )
    serves_country = models.BooleanField(_("serves all of Belgium"), default=False)
    area_note = Words(
        models.CharField,
        _("more about the area served"),
        max_length=255,
        blank=True,
        help_text=_("A district, a street, an exception."),
    )

    class Meta:
        abstract = True

    def serves(self, commune):
        """True when somebody who lives in ``commune`` is in the area served."""
        if self.serves_region or self.serves_country:
            return True
        if commune in self.communes.all():
            return True
        return commune.bassin_id in {bassin.pk for bassin in self.bassins.all()}
