"""What those who registered are written about a meeting, and when."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_NOTICE = 20


class Correspondence(models.Model):
    reminder_days = models.PositiveSmallIntegerField(
        _("reminder, working days before"),
        default=2,
        validators=[MaxValueValidator(LONGEST_NOTICE)],
        help_text=_("Belgian working days, at 9. 0: no reminder."),
    )
    # Set by a change that people must hear of, and moved on by each further one.
    tell_changes_at = models.DateTimeField(
        null=True, blank=True, editable=False, db_index=True
    )

    class Meta:
        abstract = True
