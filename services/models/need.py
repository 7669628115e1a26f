from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import Words


class Need(models.Model):
    """One of the needs of a person in psychological difficulty.

    Réunion #2 of the concertation named seven; the aide-mémoire follows their order.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = Words(models.CharField, _("name"), max_length=120)
    short_name = Words(models.CharField, _("short name"), max_length=40)
    description = Words(models.TextField, _("description"), blank=True)
    synonyms = Words(
        models.TextField,
        _("other words for it"),
        blank=True,
        help_text=_("Separated by commas; the search finds it by these too."),
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = ["sort_order"]

    def __str__(self):
        return self.name
