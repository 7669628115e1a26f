import uuid

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from events.models.meeting import Meeting
from events.models.observation import Observation
from portal.core.models import Words
from services.models import Organisation


class State(models.TextChoices):
    STUDIED = "studied", _("Under study")
    DECIDED = "decided", _("Decided")
    RUNNING = "running", _("In progress")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")


OPEN = (State.STUDIED, State.DECIDED, State.RUNNING)


class CollectiveActionQuerySet(models.QuerySet):
    """Every action is open or ended; whatever is overdue is open."""

    def public(self):
        return self.filter(is_public=True)

    def open(self):
        return self.filter(state__in=OPEN)

    def ended(self):
        return self.exclude(state__in=OPEN)

    def overdue(self, today):
        """Open, and its day or that of a milestone is past."""
        return self.with_lateness(today).filter(is_late=True)

    def with_lateness(self, today):
        """With ``is_late``, whether it is overdue on ``today``."""
        missed = Milestone.objects.filter(action=OuterRef("pk")).overdue(today)
        late = Q(state__in=OPEN) & (Q(due_on__lt=today) | Exists(missed))
        return self.annotate(is_late=Case(When(late, then=True), default=False))

    def of(self, concertation):
        return self.filter(meeting__concertation=concertation)

    def with_reasons(self):
        """With the meeting that decided each."""
        return self.select_related("meeting")

    def open_first(self):
        """The open ones by the day they are due, then the latest ended."""
        is_ended = Case(When(state__in=OPEN, then=0), default=1)
        return self.order_by(
            is_ended,
            F("due_on").asc(nulls_last=True),
            F("ended_on").desc(nulls_last=True),
            "pk",
        )


class CollectiveAction(ClusterableModel):
    """Something the network decided to do: who carries it, and how far it is."""

    State = State

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = Words(models.CharField, _("what is to be done"), max_length=200)
    description = Words(models.TextField, _("more about it"), blank=True)
    owner = models.CharField(
        _("who carries it"),
        max_length=120,
        help_text=_("A team or an organisation, never a person."),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("organisation of the directory"),
        null=True,
        blank=True,
    )
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        related_name="actions",
        verbose_name=_("decided at"),
        null=True,
        blank=True,
    )
    observation = models.ForeignKey(
        Observation,
        on_delete=models.SET_NULL,
        related_name="actions",
        verbose_name=_("because of"),
        null=True,
        blank=True,
    )
    state = models.CharField(
        _("state"), max_length=7, choices=State.choices, default=State.STUDIED
    )
    why_dropped = Words(
        models.CharField, _("why it was dropped"), max_length=300, blank=True
    )
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    is_public = models.BooleanField(_("shown to everybody"), default=True)
    is_example = models.BooleanField(_("example (fictional)"), default=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = CollectiveActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = [F("due_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values),
                name="events_action_known_state",
            ),
            models.CheckConstraint(
                condition=~Q(state="dropped") | ~Q(why_dropped_fr=""),
                name="events_action_dropped_for_a_reason",
                violation_error_message=_("Say in French why it was dropped."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, ended_on__isnull=True)
                | ~Q(state__in=OPEN) & Q(ended_on__isnull=False),
                name="events_action_ended_has_a_day",
                violation_error_message=_(
                    "Give the day it ended, and only where it ended."
                ),
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("starts_on")),
                name="events_action_due_after_its_start",
                violation_error_message=_("It is due before it starts."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_open(self):
        return self.state in OPEN

    @property
    def anchor(self):
        """Where it stands on the page of actions."""
        return f"action-{self.pk}"

    @property
    def late_words(self):
        """« en retard », of those ``with_lateness``."""
        return gettext("overdue") if self.is_late else ""

    @property
    def state_label(self):
        return self.get_state_display()


class MilestoneQuerySet(models.QuerySet):
    def overdue(self, today):
        return self.filter(due_on__lt=today, done_on=None)


class Milestone(Orderable):
    """A part of an action, with the day it is due and the day it was reached."""

    action = ParentalKey(
        CollectiveAction, on_delete=models.CASCADE, related_name="milestones"
    )
    title = Words(models.CharField, _("milestone"), max_length=200)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    done_on = models.DateField(_("reached on"), null=True, blank=True)

    objects = MilestoneQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self):
        return self.title
