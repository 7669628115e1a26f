from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models.words import Words


class Theme(models.Model):
    """What a concertation, a meeting or a training is about."""

    class Colour(models.TextChoices):
        """The three colours of the house; the name always stands beside the colour."""

        ETANG = "sm", _("pond green")
        HETRE = "pp", _("beech red")
        CREPUSCULE = "lh", _("dusk blue")

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = Words(models.CharField, _("name"), max_length=120)
    colour = models.CharField(
        _("colour"), max_length=2, choices=Colour.choices, default=Colour.ETANG
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["sort_order", "name_fr"]

    def __str__(self):
        return self.name
