from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from events.models.meeting import Meeting
from events.models.observation import Observation


class Sighting(models.Model):
    """A meeting at which an observation was heard; once, however many said it."""

    class Source(models.TextChoices):
        REPORT = "report", _("the report of the meeting")
        TEAM = "team", _("the team")

    observation = ParentalKey(
        Observation, on_delete=models.CASCADE, related_name="sightings"
    )
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.CASCADE,
        related_name="sightings",
        verbose_name=_("meeting"),
    )
    # What a published report tells goes with it; what the team noted stays.
    source = models.CharField(
        _("noted by"),
        max_length=6,
        choices=Source.choices,
        default=Source.TEAM,
        editable=False,
    )

    class Meta:
        verbose_name = _("meeting at which it was heard")
        verbose_name_plural = _("meetings at which it was heard")
        ordering = ["meeting__start_date", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["observation", "meeting"],
                name="events_sighting_once_at_a_meeting",
                violation_error_message=_("This meeting is already listed."),
            )
        ]

    def __str__(self):
        return str(self.meeting)
