import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.observation import Observation
from portal.core.models import Commune, Theme

LONGEST = 600


class ReportedNeedQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=ReportedNeed.State.WAITING)


class ReportedNeed(models.Model):
    """What somebody reports from the field, until the team has decided on it.

    Never public: an observation is, in the words of the team.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("to be decided")
        ACCEPTED = "accepted", _("made an observation")
        JOINED = "joined", _("joined to an observation")
        REFUSED = "refused", _("refused")

    # Of the form it came by: the same form sent twice reports once.
    number = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=Observation.Kind.choices,
        default=Observation.Kind.NEED,
    )
    # Erased some months after the decision; no constraint looks at it.
    words = models.CharField(_("what was reported"), max_length=LONGEST, blank=True)
    theme = models.ForeignKey(
        Theme,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("theme"),
        null=True,
        blank=True,
    )
    commune = models.ForeignKey(
        Commune,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("commune"),
        null=True,
        blank=True,
    )
    # For an answer alone; emptied once it is sent.
    email = models.EmailField(_("e-mail for an answer"), blank=True)
    language = models.CharField(
        max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    state = models.CharField(
        _("decision"), max_length=8, choices=State.choices, default=State.WAITING
    )
    observation = models.ForeignKey(
        Observation,
        on_delete=models.SET_NULL,
        related_name="reported",
        verbose_name=_("observation"),
        null=True,
        blank=True,
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

    objects = ReportedNeedQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reported need")
        verbose_name_plural = _("reported needs")
        ordering = ["-sent_at", "-pk"]
        default_permissions = ("view", "change")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at__isnull=True)
                | ~Q(state="waiting") & Q(decided_at__isnull=False),
                name="events_reported_need_is_decided_on_a_day",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.sent_at:%d/%m/%Y}"
