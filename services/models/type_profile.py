from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import Words
from services.models.taxonomy import Axis, Term


class TypeProfile(models.Model):
    """What is true of every service of one type, on the same eight lines for all.

    A line nobody wrote is shown as still to be written, never guessed.
    """

    term = models.OneToOneField(
        Term,
        on_delete=models.CASCADE,
        related_name="profile",
        verbose_name=_("type"),
        limit_choices_to={"taxonomy__code": Axis.SERVICE_TYPES},
    )
    for_whom = Words(models.TextField, _("for whom"), blank=True)
    how_to_ask = Words(models.TextField, _("how to ask"), blank=True)
    delay = Words(models.TextField, _("delay"), blank=True)
    where = Words(models.TextField, _("where"), blank=True)
    languages = Words(models.TextField, _("languages"), blank=True)
    cost = Words(models.TextField, _("cost"), blank=True)
    not_offered = Words(models.TextField, _("what it does not do"), blank=True)
    refer_elsewhere = Words(models.TextField, _("when to orient elsewhere"), blank=True)
    source = models.TextField(
        _("where this was read"),
        blank=True,
        help_text=_("Shown under the table, so that readers may check."),
    )
    is_compared_first = models.BooleanField(
        _("compared when nobody chose"), default=False
    )

    class Meta:
        verbose_name = _("profile of a type of service")
        verbose_name_plural = _("profiles of types of services")
        ordering = ["term__sort_order", "term__name_fr"]

    def __str__(self):
        return str(self.term)
