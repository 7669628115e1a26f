from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.poll_question import PollQuestion
from events.models.report_page import ReportPage


class PollFigure(models.Model):
    """What a published report says a meeting answered; gathered, never typed here."""

    question = models.ForeignKey(
        PollQuestion, on_delete=models.CASCADE, related_name="figures"
    )
    report = models.ForeignKey(
        ReportPage, on_delete=models.CASCADE, related_name="poll_figures"
    )
    asked_on = models.DateField()
    # How many answered; None where nobody said.
    respondents = models.PositiveIntegerField(null=True)
    percentage = models.PositiveSmallIntegerField()
    is_about = models.BooleanField(default=False)
    # Plain text: what the percentage says.
    statement = models.TextField()

    class Meta:
        verbose_name = _("poll figure")
        verbose_name_plural = _("poll figures")
        ordering = ["asked_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(percentage__lte=100),
                name="events_poll_figure_is_a_share",
            )
        ]

    def __str__(self):
        return f"{self.percentage} %"
