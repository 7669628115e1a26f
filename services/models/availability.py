"""How soon, and how full: two facts that pass, each with its own day."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from services import freshness


class Delay(models.TextChoices):
    NONE = "none", _("without delay")
    SHORT = "short", _("less than a month")
    MEDIUM = "medium", _("1 to 3 months")
    LONG = "long", _("more than 3 months")
    CLOSED = "closed", _("new requests suspended")
    UNKNOWN = "unknown", _("delay not known")


class Saturation(models.TextChoices):
    LOW = "low", _("has room")
    MODERATE = "moderate", _("nearly full")
    HIGH = "high", pgettext_lazy("saturation", "full")


@dataclass(frozen=True)
class DatedFact:
    """What was said, when, and whether it has to be asked again."""

    code: str
    label: str
    as_of: date
    freshness: freshness.Freshness


class Availability(models.Model):
    """A delay and a saturation; neither is shown without the day it was said on."""

    delay = models.CharField(
        _("delay"), max_length=8, choices=Delay.choices, blank=True
    )
    delay_as_of = models.DateField(
        _("delay: said on"),
        null=True,
        blank=True,
        help_text=_("Without a date, the delay is not shown."),
    )
    delay_ask_again_on = models.DateField(
        _("delay: ask again on"), null=True, blank=True
    )
    saturation = models.CharField(
        _("saturation"), max_length=8, choices=Saturation.choices, blank=True
    )
    saturation_as_of = models.DateField(
        _("saturation: said on"),
        null=True,
        blank=True,
        help_text=_("Without a date, the saturation is not shown."),
    )
    saturation_ask_again_on = models.DateField(
        _("saturation: ask again on"), null=True, blank=True
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        for name in ("delay", "saturation"):
            said, again = getattr(self, f"{name}_as_of"), f"{name}_ask_again_on"
            if said and not getattr(self, name):
                words = _("Say what was said on that day.")
                raise ValidationError({name: words})
            if said and getattr(self, again) and getattr(self, again) < said:
                words = _("Ask again after the day it was said on.")
                raise ValidationError({again: words})

    def shown_delay(self, today):
        """The delay with its day, or nothing where no day is known."""
        return self._dated("delay", freshness.Family.DELAY, today)

    def shown_saturation(self, today):
        return self._dated("saturation", freshness.Family.SATURATION, today)

    def _dated(self, name, family, today):
        code, as_of = getattr(self, name), getattr(self, f"{name}_as_of")
        if not code or as_of is None:
            return None
        state = freshness.of(as_of, today, family=family)
        again = getattr(self, f"{name}_ask_again_on")
        if again and again <= today and state == freshness.Freshness.FRESH:
            state = freshness.Freshness.TO_CONFIRM
        label = getattr(self, f"get_{name}_display")()
        return DatedFact(code=code, label=label, as_of=as_of, freshness=state)


def of_a_day(name):
    """Constraints: a day says something, and one asks again after it."""
    said, again = f"{name}_as_of", f"{name}_ask_again_on"
    return [
        models.CheckConstraint(
            condition=Q(**{said: None}) | ~Q(**{name: ""}),
            name=f"services_service_{name}_of_a_day",
        ),
        models.CheckConstraint(
            condition=Q(**{said: None})
            | Q(**{again: None})
            | Q(**{f"{again}__gte": F(said)}),
            name=f"services_service_{name}_asked_again_later",
        ),
    ]
