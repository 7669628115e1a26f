from uuid import uuid4

from django.db import models
from django.db.models import F, Q


class Correspondent(models.Model):
    """An address that is asked to confirm entries: when it was, when it answered.

    One for all the services that have it among their private contacts.
    """

    email = models.EmailField(unique=True)
    # The links mailed hold while it stays the same.
    stamp = models.UUIDField(default=uuid4, editable=False)
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reminded_at=None) | Q(reminded_at__gte=F("asked_at")),
                name="services_correspondent_reminded_after_asked",
            )
        ]

    def __str__(self):
        return str(self.pk)

    @property
    def last_written_at(self):
        return self.reminded_at or self.asked_at

    @property
    def is_answered(self):
        """True when an answer came to what was asked last."""
        return self.answered_at is not None and self.answered_at >= self.asked_at
