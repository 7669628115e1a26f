from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.core.models import Words
from services.models.periods import refuse_backwards
from services.models.service import Service


class CostOption(models.Model):
    """A price, and the day it was known on (HSDS ``cost_option``)."""

    service = ParentalKey(
        Service, on_delete=models.CASCADE, related_name="cost_options"
    )
    option = Words(models.CharField, _("what is paid for"), max_length=255)
    amount = models.DecimalField(
        _("amount (€)"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    amount_description = Words(
        models.CharField, _("more about the amount"), max_length=255, blank=True
    )
    as_of = models.DateField(_("price on the day of"))
    valid_to = models.DateField(_("until the day"), null=True, blank=True)
    reference_title = models.CharField(
        _("reference (FOCUS)"),
        max_length=160,
        blank=True,
        help_text=_("The FOCUS or the other reference that says the price in full."),
    )
    reference_url = models.URLField(_("link to it"), max_length=500, blank=True)
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount__gte=0),
                name="services_cost_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("as_of")),
                name="services_cost_days_in_order",
                violation_error_message=_("The last day comes before the first."),
            ),
        ]

    def __str__(self):
        return self.option

    def clean(self):
        super().clean()
        refuse_backwards(self.as_of, self.valid_to, about="valid_to")
