"""Where a meeting takes place."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models.venue import Venue


class Whereabouts(models.Model):
    class Mode(models.TextChoices):
        """schema.org's EventAttendanceModeEnumeration."""

        IN_PERSON = "in_person", _("In person")
        ONLINE = "online", _("Online")
        MIXED = "mixed", _("In person and online")

    mode = models.CharField(
        _("mode"), max_length=9, choices=Mode.choices, default=Mode.IN_PERSON
    )
    venue = models.ForeignKey(
        Venue,
        on_delete=models.PROTECT,
        related_name="meetings",
        verbose_name=_("place"),
        null=True,
        blank=True,
        help_text=_(
            "Choose a place that exists, to take over how to get there and in."
        ),
    )
    online_url = models.URLField(
        _("link to join online"),
        blank=True,
        help_text=_("Sent to people who registered; in public only when you say so."),
    )
    online_url_is_public = models.BooleanField(
        _("anyone may see the link"),
        default=False,
        help_text=_("On the page and in calendars, for meetings without registration."),
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.mode == self.Mode.ONLINE and self.venue_id:
            raise ValidationError(
                {"venue": _("A meeting that is only online has no place.")}
            )

    @property
    def is_online(self):
        return self.mode == self.Mode.ONLINE

    @property
    def is_open_online(self):
        return self.mode != self.Mode.IN_PERSON

    @property
    def public_online_url(self):
        """The link to join, where anyone may have it."""
        return self.online_url if self.online_url_is_public else ""

    @property
    def commune(self):
        return self.venue.commune if self.venue else None

    @property
    def short_place(self):
        """« Etterbeek », « En ligne » or « Lieu à confirmer », for lists."""
        if self.is_online:
            return _("Online")
        return self._also_online(self._short_venue)

    @property
    def full_place(self):
        """The address as one writes it, or what stands for it."""
        if self.venue is None:
            return self.short_place
        return self._also_online(self.venue.address)

    @property
    def _short_venue(self):
        if self.venue is None:
            return _("Place to be confirmed")
        return self.commune or self.venue.name

    def _also_online(self, place):
        if self.mode != self.Mode.MIXED:
            return place
        return gettext("%(place)s and online") % {"place": place}
