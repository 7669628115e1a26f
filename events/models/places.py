"""How many people fit, and from when until when they may register."""

from functools import cached_property

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

FEW = 5


class RegistrationState(models.TextChoices):
    """What someone who wants to come can do now."""

    FREE = "free", _("Open to all")
    LATER = "later", _("Registration opens later")
    OPEN = "open", _("Places left")
    FEW = "few", _("Last places")
    FULL = "full", _("Full")
    CLOSED = "closed", _("Registration closed")
    HELD_BACK = "held_back", _("No registration for now")
    PAST = "past", _("Past")


def too_few_words(held):
    """Why a room cannot become that small."""
    return ngettext(
        "%(count)s seat is promised to someone, beside the places already taken.",
        "%(count)s seats are promised to people, beside the places already taken.",
        held,
    ) % {"count": held}


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
    promotes_by_offer = models.BooleanField(
        _("a freed seat is offered first"),
        default=True,
        help_text=_(
            "The person who has waited longest accepts it or passes. Unticked: the "
            "seat is theirs at once."
        ),
    )
    offer_hours = models.PositiveSmallIntegerField(
        _("working hours to accept"),
        default=16,
        validators=[MinValueValidator(1)],
        help_text=_("Belgian working days, 9 to 17; fewer as the meeting nears."),
    )
    organisation_cap = models.PositiveSmallIntegerField(
        _("seats per organisation"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty: no limit. Those beyond it wait until it is lifted."),
    )
    cap_lifted_days = models.PositiveSmallIntegerField(
        _("limit lifted, days before"), default=7
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
        self._clean_promises()

    def _clean_promises(self):
        held = self.held_seats
        if self.capacity is not None and self.capacity - self.reserved_places < held:
            raise ValidationError({"capacity": too_few_words(held)})

    @cached_property
    def held_seats(self):
        """How many seats are promised to people, offers included."""
        return self.registrations.holding().count() if self.pk else 0

    @cached_property
    def called_people(self):
        """How many people wait who were told that the first to accept is seated."""
        return self.registrations.called().count() if self.pk else 0

    @property
    def free_places(self):
        """How many people may still come; None where there is no limit."""
        if self.capacity is None:
            return None
        if self.called_people:
            return 0
        return max(self.capacity - self.reserved_places - self.held_seats, 0)

    @property
    def taken_percentage(self):
        """How full the room is, from 0 to 100; None where there is no limit."""
        if not self.capacity:
            return None
        return round(100 * (self.capacity - self.free_places) / self.capacity)

    def registration(self, now):
        """What someone who wants to come can do at ``now``."""
        return self.obstacle(now) or self._by_places_left()

    def obstacle(self, now):
        """Why nobody may register at ``now``, seats apart; None while people may."""
        if self.over_at <= now:
            return RegistrationState.PAST
        if not self.takes_place:
            return RegistrationState.HELD_BACK
        if not self.needs_registration:
            return RegistrationState.FREE
        if self.registration_opens_at and now < self.registration_opens_at:
            return RegistrationState.LATER
        if now >= (self.registration_closes_at or self.beginning()):
            return RegistrationState.CLOSED
        return None

    def _by_places_left(self):
        free = self.free_places
        if self.is_full or free == 0:
            return RegistrationState.FULL
        if free is not None and free <= FEW:
            return RegistrationState.FEW
        return RegistrationState.OPEN
