from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import Words


class PollQuestion(models.Model):
    """A question that meetings are asked, so that the same one can be asked again."""

    wording = Words(models.CharField, _("question"), max_length=255)

    class Meta:
        verbose_name = _("poll question")
        verbose_name_plural = _("poll questions")
        ordering = ["wording_fr", "pk"]

    def __str__(self):
        return self.wording

    def figures_beside(self, page):
        """What published reports of other meetings say of it, the first asked first."""
        reports = type(page).objects.published()
        told = self.figures.filter(report__in=reports.exclude(pk=page.pk))
        return told.select_related("report").order_by("asked_on", "pk")
