"""What a service says of itself, in the four languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import Words


class ServiceWords(models.Model):
    name = Words(models.CharField, _("name"), max_length=255)
    alternate_name = Words(
        models.CharField, _("other name"), max_length=255, blank=True
    )
    description = Words(models.TextField, _("what it does"), blank=True)
    application_process = Words(models.TextField, _("how to ask"), blank=True)
    eligibility_description = Words(models.TextField, _("who it is for"), blank=True)
    not_offered = Words(models.TextField, _("what it does not do"), blank=True)
    refer_elsewhere = Words(models.TextField, _("when to orient elsewhere"), blank=True)
    fees_description = Words(models.TextField, _("what it costs"), blank=True)
    interpretation_services = Words(models.TextField, _("interpreters"), blank=True)
    alert = Words(
        models.TextField,
        _("notice of the moment"),
        blank=True,
        help_text=_("Shown at the top of the entry; empty it when it is over."),
    )

    class Meta:
        abstract = True
