from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# A file that nobody confirmed is looked at again, not kept.
KEPT = timedelta(days=1)


class PendingImport(models.Model):
    """A file of services between the report of what it would do and the decision."""

    name = models.CharField(_("file"), max_length=255)
    data = models.BinaryField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("file to import")
        verbose_name_plural = _("files to import")

    def __str__(self):
        return self.name
