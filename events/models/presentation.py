from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from events.models.meeting import Meeting
from services.models import Service


class Presentation(Orderable):
    """A service that presents its offer at a meeting; its own page says so too."""

    meeting = ParentalKey(
        Meeting, on_delete=models.CASCADE, related_name="presentations"
    )
    service = models.ForeignKey(
        Service,
        on_delete=models.CASCADE,
        related_name="presentations",
        verbose_name=_("service"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("service that presents its offer")
        verbose_name_plural = _("services that present their offer")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "service"],
                name="events_presentation_once_at_a_meeting",
                violation_error_message=_("This service is already listed."),
            )
        ]

    def __str__(self):
        return str(self.service)
