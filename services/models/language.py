from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import Words


class Language(models.Model):
    """A language somebody is received in, signed ones included."""

    code = models.CharField(
        _("code"),
        max_length=3,
        unique=True,
        validators=[RegexValidator(r"^[a-z]{2,3}\Z")],
        help_text=_("ISO 639-1, or ISO 639-3 where there is none: fr, ar, sfb."),
    )
    name = Words(models.CharField, _("name"), max_length=60)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        ordering = ["sort_order", "name_fr"]

    def __str__(self):
        return self.name
