from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models.words import Words


class Bassin(models.Model):
    """A catchment area of Brussels, where social and health services work together."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = Words(models.CharField, _("name"), max_length=80)

    class Meta:
        verbose_name = _("bassin")
        verbose_name_plural = _("bassins")
        ordering = ["name_fr"]

    def __str__(self):
        return self.name


class Commune(models.Model):
    """A municipality, or a part of one that has its own postcode."""

    postcode = models.CharField(_("postcode"), max_length=4, unique=True)
    slug = models.SlugField(_("code"), max_length=40, unique=True)
    name = Words(models.CharField, _("name"), max_length=80)
    bassin = models.ForeignKey(
        Bassin,
        on_delete=models.PROTECT,
        related_name="communes",
        verbose_name=_("bassin"),
        null=True,
        blank=True,
        help_text=_("Empty where the commune is shared between bassins."),
    )
    is_commune = models.BooleanField(
        _("is a commune today"),
        default=True,
        help_text=_("Laeken, Neder-Over-Heembeek and Haren are parts of Brussels."),
    )
    note = models.CharField(_("note"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("commune")
        verbose_name_plural = _("communes")
        ordering = ["name_fr"]

    def __str__(self):
        return self.name
