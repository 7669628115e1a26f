from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from events.models.registration import Registration


class AccessNeed(models.Model):
    """What someone needs in order to take part.

    It may tell of their health: kept apart, read by the team only, erased first.
    """

    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, related_name="access_need"
    )
    text = models.CharField(_("need for access"), max_length=300)

    class Meta:
        verbose_name = _("need for access")
        verbose_name_plural = _("needs for access")
        constraints = [
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), 300),
                name="events_access_need_is_short",
            )
        ]

    def __str__(self):
        return self.text
