from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from events.models.collective_action import CollectiveAction
from events.models.meeting import Meeting
from events.models.observation import Observation
from services.models import Service

# Where the proof may stand; exactly one of them.
PROOFS = ("meeting", "action", "service", "page", "url")
State = Observation.State
TAKEN = [choice for choice in State.choices if choice[0] != State.NOTED]


class ObservationStep(models.Model):
    """Something done about an observation, with the link that proves it."""

    State = State

    observation = ParentalKey(
        Observation, on_delete=models.CASCADE, related_name="steps"
    )
    state = models.PositiveSmallIntegerField(_("step"), choices=TAKEN)
    words = models.CharField(
        _("in short"),
        max_length=200,
        blank=True,
        help_text=_("Empty: the name of what it leads to."),
    )
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("meeting or training"),
        null=True,
        blank=True,
    )
    action = models.ForeignKey(
        CollectiveAction,
        on_delete=models.CASCADE,
        related_name="steps",
        verbose_name=_("action"),
        null=True,
        blank=True,
    )
    service = models.ForeignKey(
        Service,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("service"),
        null=True,
        blank=True,
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
        null=True,
        blank=True,
    )
    url = models.URLField(_("other site"), blank=True)
    taken_on = models.DateField(_("day"))

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["state", "taken_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[2, 3, 4]), name="events_step_known_state"
            ),
            models.CheckConstraint(
                condition=Q(meeting__isnull=False)
                | Q(action__isnull=False)
                | Q(service__isnull=False)
                | Q(page__isnull=False)
                | ~Q(url=""),
                name="events_step_is_proved",
                violation_error_message=_("Give the link that proves this step."),
            ),
        ]

    def __str__(self):
        return self.words or str(self.proof)

    def clean(self):
        super().clean()
        if sum(bool(getattr(self, name)) for name in PROOFS) > 1:
            raise ValidationError(_("One link proves a step: choose one of them."))

    @property
    def proof(self):
        """The record, the page or the address that proves it."""
        return next(filter(None, (getattr(self, name) for name in PROOFS)), None)
