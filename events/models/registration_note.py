from django.conf import settings
from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.registration import Registration


class RegistrationNote(models.Model):
    """What somebody of the team did for a person, when and why.

    It goes with the name of the person: who is forgotten has no journal.
    """

    class Act(models.TextChoices):
        NOTE = "note", _("Note")
        ADDED = "added", _("Registered by the team")
        CORRECTED = "corrected", _("Data corrected")
        MOVED = "moved", _("Moved here from another meeting")
        CANCELLED = "cancelled", _("Cancelled by the team")
        SENT_AGAIN = "sent_again", _("Message sent again")
        REVOKED = "revoked", _("Links revoked")
        ERASED = "erased", _("Data erased at the person’s request")

    registration = models.ForeignKey(
        Registration,
        on_delete=models.CASCADE,
        related_name="notes",
        verbose_name=_("registration"),
    )
    at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("who"),
    )
    act = models.CharField(_("act"), max_length=10, choices=Act.choices)
    # The meeting a person was moved away from.
    left = models.ForeignKey(
        "events.Meeting", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    text = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("note on a registration")
        verbose_name_plural = _("notes on registrations")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), 300),
                name="events_registration_note_is_short",
            )
        ]

    def __str__(self):
        return self.get_act_display()
