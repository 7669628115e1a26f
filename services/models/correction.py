"""What somebody says is wrong in an entry, until the team has decided on it."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from services.models.service import Service


class CorrectionQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=Correction.State.WAITING)


class Correction(models.Model):
    """A proposal, fact by fact; never public, and nothing of it before a decision.

    ``proposals`` are mappings: the ``key`` of a fact of ``services.correcting.facts``,
    what stood there ``before``, what is said to be right (``after``), until which day
    (``until``, of a delay or a saturation), and whether it was ``accepted``.
    """

    class Origin(models.TextChoices):
        OWN = "own", _("the service itself")
        READER = "reader", _("a reader")

    class State(models.TextChoices):
        WAITING = "waiting", _("to be decided")
        ACCEPTED = "accepted", _("accepted")
        IN_PART = "in_part", _("accepted in part")
        REFUSED = "refused", _("refused")

    # Of the form it came by: the same form sent twice is one proposal.
    number = models.UUIDField(default=uuid4, unique=True, editable=False)
    service = models.ForeignKey(
        Service,
        on_delete=models.CASCADE,
        related_name="corrections",
        verbose_name=_("service"),
    )
    origin = models.CharField(_("proposed by"), max_length=6, choices=Origin.choices)
    proposals = models.JSONField(default=list, blank=True, editable=False)
    note = models.TextField(_("what else was said"), blank=True)
    # For thanks alone; emptied once they are sent, or after some months.
    email = models.EmailField(_("e-mail for thanks"), blank=True)
    language = models.CharField(
        max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    state = models.CharField(
        _("decision"), max_length=8, choices=State.choices, default=State.WAITING
    )
    sent_at = models.DateTimeField(_("sent on"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided on"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("decided by"),
        null=True,
        blank=True,
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed correction")
        verbose_name_plural = _("proposed corrections")
        ordering = ["-sent_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "-sent_at"], name="services_correction_state")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at=None)
                | (~Q(state="waiting") & Q(decided_at__isnull=False)),
                name="services_correction_is_decided_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(origin="reader") | Q(email=""),
                name="services_correction_thanks_readers_alone",
            ),
        ]

    def __str__(self):
        return f"{self.service} ({self.get_origin_display()})"

    @property
    def is_waiting(self):
        return self.state == self.State.WAITING
