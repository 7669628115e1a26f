"""How sure we are of a fact, from the day it was confirmed: questions of dates only.

Two thresholds for each family of facts: after ``advised`` days it should be confirmed,
after ``mandatory`` days nobody relies on it. Nothing is ever hidden for being old.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Family(models.TextChoices):
    """Facts that are confirmed together, because they change at the same pace."""

    ENTRY = "entry", _("the whole entry")
    CONTACT = "contact", _("phone, address, e-mail")
    ACCESS = "access", _("who may ask, and how")
    HOURS = "hours", _("opening hours")
    COST = "cost", _("cost")
    DELAY = "delay", _("delay")
    SATURATION = "saturation", _("saturation")


class Freshness(models.TextChoices):
    FRESH = "fresh", _("confirmed")
    TO_CONFIRM = "to_confirm", _("to be confirmed")
    STALE = "stale", _("no longer reliable")
    # Nobody said it was so; which is not the same as having been right long ago.
    NEVER = "never", _("never confirmed")


@dataclass(frozen=True)
class Thresholds:
    """In days since the fact was confirmed."""

    advised: int
    mandatory: int


THRESHOLDS = {
    Family.ENTRY: Thresholds(advised=183, mandatory=365),
    Family.CONTACT: Thresholds(advised=183, mandatory=365),
    Family.ACCESS: Thresholds(advised=183, mandatory=365),
    Family.HOURS: Thresholds(advised=183, mandatory=365),
    Family.COST: Thresholds(advised=365, mandatory=548),
    Family.DELAY: Thresholds(advised=60, mandatory=183),
    Family.SATURATION: Thresholds(advised=30, mandatory=92),
}


def thresholds(family=Family.ENTRY):
    """Those of the house, unless the setting SERVICES_FRESHNESS has others."""
    own = getattr(settings, "SERVICES_FRESHNESS", {}).get(str(family))
    return Thresholds(*own) if own else THRESHOLDS[Family(family)]


def of(assured, today, *, family=Family.ENTRY):
    """Where a fact stands on ``today`` that was confirmed on the day ``assured``.

    On the last day of a period the fact is still as good as within it.
    """
    if assured is None:
        return Freshness.NEVER
    limits, age = thresholds(family), (today - assured).days
    if age <= limits.advised:
        return Freshness.FRESH
    if age <= limits.mandatory:
        return Freshness.TO_CONFIRM
    return Freshness.STALE


def oldest_reliable(today, *, family=Family.ENTRY):
    """The first day whose confirmation still counts; before it, a fact is stale."""
    return today - timedelta(days=thresholds(family).mandatory)


def to_confirm_from(assured, *, family=Family.ENTRY):
    """The day from which the fact should be asked again."""
    return assured + timedelta(days=thresholds(family).advised + 1)
