"""From one day to another, both included."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


def refuse_backwards(first, last, *, about):
    """Say at the field ``about`` that the last day comes before the first."""
    if first and last and last < first:
        words = _("The last day comes before the first.")
        raise ValidationError({about: words})


class Days(models.Model):
    from_date = models.DateField(_("from the day"))
    to_date = models.DateField(_("until the day"))

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        refuse_backwards(self.from_date, self.to_date, about="to_date")
