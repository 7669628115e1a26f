"""How long it stays known who registered for a meeting."""

from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.core import retention

USUAL_MONTHS = 3
MOST_MONTHS = 12
ONE_DAY = timedelta(days=1)
SMALLEST = timedelta(microseconds=1)


class Keeping(models.Model):
    """Names of who came go after some months, those of all others the day after."""

    kept_months = models.PositiveSmallIntegerField(
        _("registrations kept, months after"),
        default=USUAL_MONTHS,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)],
        help_text=_(
            "Then names and addresses are erased, and only how many came is kept. The "
            "waiting list and needs for access are erased the day after the meeting. "
            "People read this on the form: change it before registration opens."
        ),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(kept_months__gte=1, kept_months__lte=MOST_MONTHS),
                name="%(app_label)s_%(class)s_keeps_names_some_months",
                violation_error_message=_("Keep registrations from 1 to 12 months."),
            )
        ]

    @property
    def last_day_of_all(self):
        """The day on which it was over, in Brussels."""
        return timezone.localdate(self.over_at - SMALLEST)

    @property
    def others_forgotten_on(self):
        """From this day on, nothing is kept of who waited or gave up, nor any need.

        A postponed meeting has no date yet: who waits for it is kept as who holds a
        seat is.
        """
        if self.is_postponed:
            return self.all_forgotten_on
        return self.last_day_of_all + ONE_DAY

    @property
    def all_forgotten_on(self):
        return retention.months_after(self.last_day_of_all, self.kept_months)

    @property
    def keeping_words(self):
        """What the form says of it, in one sentence."""
        return ngettext(
            "Your answers are erased %(count)s month after the meeting; what you need "
            "for access and the waiting list, the day after it.",
            "Your answers are erased %(count)s months after the meeting; what you need "
            "for access and the waiting list, the day after it.",
            self.kept_months,
        ) % {"count": self.kept_months}
