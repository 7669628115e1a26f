from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core import identifiers
from portal.core.models import Words
from portal.core.models.words import columns


class SupportAnswer(models.Model):
    """What a team may write by mail, once for all: never about one request."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    text = Words(models.TextField, _("text"), max_length=600)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("answer by mail")
        verbose_name_plural = _("answers by mail")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        today = timezone.localdate()
        for column in columns("text"):
            if identifiers.find(getattr(self, column), today=today):
                message = _("An answer to all names nobody: take the name out.")
                raise ValidationError({column: message})
