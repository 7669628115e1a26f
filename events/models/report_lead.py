from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.report_page import ReportPage


class ReportLead(models.Model):
    """A lead that a published report tells of; gathered, never typed here."""

    report = models.ForeignKey(
        ReportPage, on_delete=models.CASCADE, related_name="told_leads"
    )
    # Plain text.
    words = models.TextField()

    class Meta:
        verbose_name = _("lead of a report")
        verbose_name_plural = _("leads of reports")
        ordering = ["pk"]

    def __str__(self):
        return self.words
