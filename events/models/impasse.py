from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import Bassin
from services.models import SupportLevel, SupportOutcome
from services.models.support_request import Sector


class ImpasseQuerySet(models.QuerySet):
    def between(self, first_day, last_day):
        """Those met from ``first_day`` to ``last_day``, both included."""
        return self.filter(met_on__gte=first_day, met_on__lte=last_day)


class Impasse(models.Model):
    """A dead end that professionals met, known by its categories alone.

    Nothing tells where it came from nor whom it is about; few of a kind are never
    shown (``services.support.disclosure``).
    """

    level = models.ForeignKey(
        SupportLevel,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("level"),
    )
    difficulty = models.ForeignKey(
        SupportOutcome,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("difficulty"),
        limit_choices_to={"sort": SupportOutcome.Sort.DIFFICULTY},
    )
    sector = models.CharField(
        _("sector"), max_length=14, choices=Sector.choices, blank=True
    )
    bassin = models.ForeignKey(
        Bassin,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("bassin"),
        null=True,
        blank=True,
    )
    met_on = models.DateField(
        _("month"), help_text=_("Any day of the month: only the month is kept.")
    )

    objects = ImpasseQuerySet.as_manager()

    class Meta:
        verbose_name = _("impasse")
        verbose_name_plural = _("impasses")
        ordering = ["-met_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(met_on__day=1),
                name="events_impasse_keeps_the_month_alone",
            )
        ]

    def __str__(self):
        return str(self.difficulty)

    def clean(self):
        super().clean()
        if self.met_on:
            self.met_on = self.met_on.replace(day=1)
