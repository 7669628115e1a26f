from django.db import models
from django.utils.translation import gettext_lazy as _


class Attendance(models.Model):
    """Who came, in the parts the reports count; the total is computed."""

    presenters = models.PositiveSmallIntegerField(
        _("presenters"), null=True, blank=True
    )
    participants = models.PositiveSmallIntegerField(
        _("participants"), null=True, blank=True
    )
    walk_ins = models.PositiveSmallIntegerField(
        _("came without registering"), null=True, blank=True
    )

    class Meta:
        abstract = True

    @property
    def attendance(self):
        """How many came in all, or None where nobody counted."""
        parts = [self.presenters, self.participants, self.walk_ins]
        known = [part for part in parts if part is not None]
        return sum(known) if known else None
