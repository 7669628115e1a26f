"""What the screen said after a form was sent, for the page that says it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Receipt(models.Model):
    """Told again to whoever sends the same form again; of no registration.

    What stands here is what a newcomer would be told: it tells nobody who was known.
    """

    number = models.UUIDField(primary_key=True, editable=False)
    emails = models.JSONField(default=list)
    meetings = models.JSONField(default=list)
    # Those of the meetings that have a waiting list only.
    waits = models.JSONField(default=list)
    made_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("receipt of a form")
        verbose_name_plural = _("receipts of forms")

    def __str__(self):
        return str(self.number)
