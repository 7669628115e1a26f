"""How many people fit, and from when until when they may register."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

FEW = 5


class Registration(models.TextChoices):
    """What someone who wants to come can do now."""

    FREE = "free", _("Open to all")
    LATER = "later", _("Registration opens later")
    OPEN = "open", _("Places left")
    FEW = "few", _("Last places")
    FULL = "full", _("Full")
    CLOSED = "closed", _("Registration closed")
    HELD_BACK = "held_back", _("No registration for now")
    PAST = "past", _("Past")


class Places(models.Model):
    """Capacity and registration window of a meeting."""

    capacity = models.PositiveSmallIntegerField(
        _("capacity"), null=True, blank=True, help_text=_("Empty: no limit.")
    )
    reserved_places = models.PositiveSmallIntegerField(
        _("places already taken"),
        default=0,
        help_text=_("Given by phone or e-mail, presenters included."),
    )
    needs_registration = models.BooleanField(_("people must register"), default=True)
    registration_opens_at = models.DateTimeField(
        _("registration opens"), null=True, blank=True, help_text=_("Empty: at once.")
    )
    registration_closes_at = models.DateTimeField(
        _("registration closes"),
        null=True,
        blank=True,
        help_text=_("Empty: when the meeting starts."),
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        opens, closes = self.registration_opens_at, self.registration_closes_at
        if opens and closes and closes <= opens:
            raise ValidationError(
                {"registration_closes_at": _("Registration closes before it opens.")}
            )
        if self.capacity is not None and self.reserved_places > self.capacity:
            raise ValidationError(
                {"reserved_places": _("More places are taken than the room has.")}
            )

    @property
    def free_places(self):
        """How many people may still come; None where there is no limit."""
        if self.capacity is None:
            return None
        return max(self.capacity - self.reserved_places, 0)

    @property
    def taken_percentage(self):
        """How full the room is, from 0 to 100; None where there is no limit."""
        if not self.capacity:
            return None
        return round(100 * (self.capacity - self.free_places) / self.capacity)

    def registration(self, now):
        """What someone who wants to come can do at ``now``."""
        if self.over_at <= now:
            return Registration.PAST
        if not self.takes_place:
            return Registration.HELD_BACK
        if not self.needs_registration:
            return Registration.FREE
        if self.registration_opens_at and now < self.registration_opens_at:
            return Registration.LATER
        if now >= (self.registration_closes_at or self.beginning()):
            return Registration.CLOSED
        return self._by_places_left()

    def _by_places_left(self):
        free = self.free_places
        if self.is_full or free == 0:
            return Registration.FULL
        if free is not None and free <= FEW:
            return Registration.FEW
        return Registration.OPEN
