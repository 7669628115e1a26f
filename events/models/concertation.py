from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import Bassin, Theme


def concerted_themes():
    """The themes that concertations work on, out of all there are."""
    used = Concertation.objects.order_by().values("theme")
    return Theme.objects.filter(pk__in=used)


class Concertation(models.Model):
    """A theme worked on in a bassin; its words are on a page, one per language."""

    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, related_name="+", verbose_name=_("theme")
    )
    bassin = models.ForeignKey(
        Bassin, on_delete=models.PROTECT, related_name="+", verbose_name=_("bassin")
    )

    class Meta:
        verbose_name = _("concertation")
        verbose_name_plural = _("concertations")
        ordering = ["theme__sort_order", "bassin__name_fr"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "bassin"],
                name="events_one_concertation_per_theme_and_bassin",
                violation_error_message=_(
                    "This theme already has a concertation in this bassin."
                ),
            )
        ]

    def __str__(self):
        return f"{self.theme} – {self.bassin}"


class Cycle(models.Model):
    """A series of mornings inside a concertation: 1/3, 2/3, 3/3."""

    concertation = models.ForeignKey(
        Concertation,
        on_delete=models.PROTECT,
        related_name="cycles",
        verbose_name=_("concertation"),
    )
    season = models.CharField(
        _("season"), max_length=20, help_text=_("For example 2025-2026.")
    )
    planned_meetings = models.PositiveSmallIntegerField(_("number of mornings"))

    class Meta:
        verbose_name = _("cycle")
        verbose_name_plural = _("cycles")
        ordering = ["season"]
        constraints = [
            models.UniqueConstraint(
                fields=["concertation", "season"],
                name="events_one_cycle_per_season",
                violation_error_message=_("This season already has a cycle."),
            )
        ]

    def __str__(self):
        return f"{self.concertation}, {self.season}"
