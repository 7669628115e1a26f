from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from services.freshness import Family
from services.models.service import Service


class Verification(models.Model):
    """One time somebody checked an entry: how, on which day, with what result."""

    class Method(models.TextChoices):
        PHONE = "phone", _("by phone")
        MAIL = "mail", _("by e-mail")
        VISIT = "visit", _("on the spot")
        OWN = "own", _("by the service itself")
        WEBSITE = "website", _("on its website")
        IMPORT = "import", _("by an imported file")

    class Outcome(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        CORRECTED = "corrected", _("corrected")
        NO_ANSWER = "no_answer", _("no answer")

    service = models.ForeignKey(
        Service, on_delete=models.CASCADE, related_name="verifications"
    )
    on = models.DateField(_("on the day of"))
    method = models.CharField(_("how"), max_length=12, choices=Method.choices)
    outcome = models.CharField(
        _("result"),
        max_length=12,
        choices=Outcome.choices,
        default=Outcome.CONFIRMED,
    )
    # The families of ``services.freshness``; empty stands for the whole entry.
    families = models.JSONField(default=list, blank=True, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
        null=True,
        blank=True,
        editable=False,
    )
    note = models.CharField(_("note for the team"), max_length=255, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("verification")
        verbose_name_plural = _("verifications")
        ordering = ["-on", "-pk"]
        indexes = [
            models.Index(fields=["service", "-on"], name="services_verification_last")
        ]

    def __str__(self):
        return f"{self.on} {self.get_method_display()}, {self.get_outcome_display()}"

    def clean(self):
        super().clean()
        if set(self.families) - set(Family.values):
            raise ValidationError(_("An entry has no such family of facts."))

    @property
    def vouches(self):
        """True when somebody answered; without an answer, nothing is confirmed."""
        return self.outcome != self.Outcome.NO_ANSWER

    @property
    def families_words(self):
        return ", ".join(str(Family(family).label) for family in self.families)

    def covers(self, family):
        return not self.families or family in self.families
