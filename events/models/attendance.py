from dataclasses import dataclass

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Figures:
    """The parts of an attendance; None for a part that nobody counted."""

    presenters: int | None
    participants: int | None
    walk_ins: int | None

    @property
    def total(self):
        """How many came in all, or None where nobody counted."""
        parts = (self.presenters, self.participants, self.walk_ins)
        known = [part for part in parts if part is not None]
        return sum(known) if known else None


class Attendance(models.Model):
    """Who came, in the parts the reports count; the total is computed.

    What an editor typed holds. Where participants and walk-ins were both left empty,
    those who were checked in at the door are counted, anonymised since or not.
    """

    presenters = models.PositiveSmallIntegerField(
        _("presenters"), null=True, blank=True
    )
    participants = models.PositiveSmallIntegerField(
        _("participants"), null=True, blank=True
    )
    walk_ins = models.PositiveSmallIntegerField(
        _("came without registering"), null=True, blank=True
    )

    class Meta:
        abstract = True

    @cached_property
    def checked_in(self):
        """How many people were ticked at the door."""
        return self.registrations.present().count() if self.pk else 0

    @cached_property
    def checked_in_walk_ins(self):
        """How many of them had not registered."""
        return self.registrations.present().walk_ins().count() if self.pk else 0

    @property
    def checked_in_registered(self):
        return self.checked_in - self.checked_in_walk_ins

    @property
    def figures(self):
        """The attendance that reports show."""
        typed = Figures(self.presenters, self.participants, self.walk_ins)
        is_typed = (typed.participants, typed.walk_ins) != (None, None)
        if is_typed or not self.checked_in:
            return typed
        return Figures(
            self.presenters, self.checked_in_registered, self.checked_in_walk_ins
        )

    @property
    def attendance(self):
        """How many came in all, or None where nobody counted."""
        return self.figures.total
