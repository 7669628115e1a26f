"""What an editor settles for an aide-mémoire: its needs, and services out of order."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from services.models.aide_memoire_page import AideMemoirePage
from services.models.need import Need
from services.models.service import Service


class AideMemoireNeed(Orderable):
    page = ParentalKey(
        AideMemoirePage, on_delete=models.CASCADE, related_name="chosen_needs"
    )
    need = models.ForeignKey(
        Need, on_delete=models.CASCADE, related_name="+", verbose_name=_("need")
    )
    note = models.TextField(_("note under this need"), max_length=400, blank=True)

    panels = [FieldPanel("need"), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("need of an aide-mémoire")
        verbose_name_plural = _("needs of an aide-mémoire")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "need"], name="services_need_once_in_an_aide_memoire"
            )
        ]

    def __str__(self):
        return str(self.need)


class AideMemoireService(Orderable):
    page = ParentalKey(
        AideMemoirePage, on_delete=models.CASCADE, related_name="chosen_services"
    )
    service = models.ForeignKey(
        Service, on_delete=models.CASCADE, related_name="+", verbose_name=_("service")
    )
    is_left_out = models.BooleanField(_("left out"), default=False)

    panels = [FieldPanel("service"), FieldPanel("is_left_out")]

    class Meta(Orderable.Meta):
        verbose_name = _("service of an aide-mémoire")
        verbose_name_plural = _("services of an aide-mémoire")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "service"],
                name="services_service_once_in_an_aide_memoire",
            )
        ]

    def __str__(self):
        return str(self.service)
