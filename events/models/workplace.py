from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core import analysis
from portal.core.models import Commune

LENGTH = 160


def folded(organisation):
    """What one organisation is known by, however people write it."""
    return analysis.fold(organisation)[:LENGTH]


class Workplace(models.Model):
    """The commune an organisation works from: said by the team, asked of nobody."""

    # As ``folded`` gives it.
    organisation = models.CharField(_("organisation"), max_length=LENGTH, unique=True)
    commune = models.ForeignKey(
        Commune,
        on_delete=models.CASCADE,
        related_name="workplaces",
        verbose_name=_("commune"),
    )

    class Meta:
        verbose_name = _("commune of an organisation")
        verbose_name_plural = _("communes of organisations")
        ordering = ["organisation"]

    def __str__(self):
        return f"{self.organisation}: {self.commune}"
