from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.core.models import Words
from services.models.periods import Days
from services.models.service import Service

ANNOUNCED_DAYS_BEFORE = 15


class TemporaryClosure(Days):
    """Days a service is closed on: announced before, shown during, then gone."""

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="closures")
    reason = Words(
        models.CharField, _("why, and who to turn to"), max_length=255, blank=True
    )

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("temporary closure")
        verbose_name_plural = _("temporary closures")
        ordering = ["from_date", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_date__gte=F("from_date")),
                name="services_closure_days_in_order",
                violation_error_message=_("The last day comes before the first."),
            )
        ]

    def __str__(self):
        return f"{self.from_date} – {self.to_date}"

    def is_announced(self, today):
        """True during the days before it in which readers are told it is coming."""
        first = self.from_date - timedelta(days=ANNOUNCED_DAYS_BEFORE)
        return first <= today < self.from_date

    def is_on(self, today):
        return self.from_date <= today <= self.to_date

    def is_told(self, today):
        return self.is_announced(today) or self.is_on(today)
