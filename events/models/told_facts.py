from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.registration import Registration


class ToldFacts(models.Model):
    """When, where and whether, as somebody was last written about their meeting.

    Kept apart from the registration: it is written when a letter is, whatever happens
    to the seat at that moment.
    """

    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, related_name="told"
    )
    facts = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("what somebody was told")
        verbose_name_plural = _("what people were told")

    def __str__(self):
        return str(self.registration_id)
