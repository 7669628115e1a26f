"""What has become of a meeting since it was announced."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import Words


class Standing(models.Model):
    class Status(models.TextChoices):
        """schema.org's EventStatusType, and « full » as the team may declare it."""

        SCHEDULED = "scheduled", _("Scheduled")
        RESCHEDULED = "rescheduled", _("Moved to another date")
        MOVED_ONLINE = "moved_online", _("Moved online")
        POSTPONED = "postponed", _("Postponed")
        FULL = "full", _("Full")
        CANCELLED = "cancelled", _("Cancelled")

    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.SCHEDULED
    )
    status_note = Words(
        models.CharField,
        _("why, in one sentence"),
        max_length=200,
        blank=True,
        help_text=_("Shown with the status when the meeting moves or is cancelled."),
    )
    previous_date = models.DateField(_("date before it moved"), null=True, blank=True)

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.status == self.Status.RESCHEDULED and not self.previous_date:
            raise ValidationError(
                {
                    "previous_date": _(
                        "Say which date it had before, for those who noted it."
                    )
                }
            )

    @property
    def is_cancelled(self):
        return self.status == self.Status.CANCELLED

    @property
    def is_postponed(self):
        return self.status == self.Status.POSTPONED

    @property
    def is_full(self):
        return self.status == self.Status.FULL

    @property
    def takes_place(self):
        """False when people should not come on the date shown."""
        return not (self.is_cancelled or self.is_postponed)

    @property
    def news(self):
        """« Déplacé », « Annulé »…: what changed since the meeting was announced."""
        return self.get_status_display() if self.has_news else ""

    @property
    def has_news(self):
        """True when readers must be told that something changed."""
        return self.status not in {self.Status.SCHEDULED, self.Status.FULL}
