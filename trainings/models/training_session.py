from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from events.models import Meeting
from trainings.models.training import Training


class TrainingSession(models.Model):
    """One date of a training: a meeting, with its seats, waiting list and calendar."""

    training = ParentalKey(Training, on_delete=models.CASCADE, related_name="sessions")
    meeting = models.OneToOneField(
        Meeting,
        on_delete=models.CASCADE,
        related_name="training_session",
        verbose_name=_("meeting"),
    )
    # When everybody who asked for news of it had been written to.
    told_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["meeting__start_date", "meeting__start_time", "pk"]

    def __str__(self):
        return str(self.meeting)

    def clean(self):
        super().clean()
        if self.meeting_id and self.meeting.kind not in Meeting.LEARNING:
            words = _(
                "A session is a training, an intervision, a supervision or a "
                "sharing of expertise: this meeting is of another kind."
            )
            raise ValidationError({"meeting": words})
