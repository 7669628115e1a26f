from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.meeting import Meeting


class CalendarEntryQuerySet(models.QuerySet):
    def stale(self):
        return self.exclude(written=F("wanted"))

    def mark(self, now):
        """Have them written again; done twice, they are written once."""
        return self.update(wanted=F("wanted") + 1, changed_at=now)


class CalendarEntry(models.Model):
    """What calendars are sent of a meeting in one language; empty while not public."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="calendar_entries"
    )
    language = models.CharField(_("language"), max_length=10)
    text = models.TextField(blank=True)
    # The text is of the version « written »; what it tells of is at « wanted ».
    wanted = models.PositiveBigIntegerField(default=1)
    written = models.PositiveBigIntegerField(default=0)
    # When anything it tells of changed last.
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = CalendarEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar entry")
        verbose_name_plural = _("calendar entries")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "language"], name="events_one_entry_per_language"
            ),
            models.CheckConstraint(
                condition=models.Q(written__lte=F("wanted")),
                name="events_entry_written_as_wanted_at_most",
            ),
        ]

    def __str__(self):
        return f"{self.meeting_id}/{self.language}"
