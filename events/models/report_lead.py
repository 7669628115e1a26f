from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.rich_text import get_text_for_indexing

from events.models.report_page import ReportPage


class ReportLead(models.Model):
    """A lead that a published report tells of; gathered, never typed here."""

    report = models.ForeignKey(
        ReportPage, on_delete=models.CASCADE, related_name="told_leads"
    )
    # As the editor wrote it: a meeting inside it is shown as it is when it is read.
    source = models.TextField()

    class Meta:
        verbose_name = _("lead of a report")
        verbose_name_plural = _("leads of reports")
        ordering = ["pk"]

    def __str__(self):
        return get_text_for_indexing(self.source)
