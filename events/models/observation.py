import uuid

from django.db import models
from django.db.models import Count, F, Max, Min, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel

from portal.core.models import Theme, Words
from services.models import SupportOutcome, Term
from services.models.taxonomy import Axis

# What an observation is before anything was done about it.
NOTED = 1
# A single bassin goes without saying.
FEW = 2


class ObservationQuerySet(models.QuerySet):
    def public(self):
        """What anybody may read: shown by the team, or told by a published report."""
        return self.filter(is_public=True)

    def with_recurrence(self):
        """With ``meetings_count``, ``bassins_count``, ``first_heard``, ``last_heard``.

        One meeting counts once, however many people said it there; a bassin is that
        of the concertation.
        """
        return self.annotate(
            meetings_count=Count("sightings", distinct=True),
            bassins_count=Count(
                "sightings__meeting__concertation__bassin", distinct=True
            ),
            first_heard=Min("sightings__meeting__start_date"),
            last_heard=Max("sightings__meeting__start_date"),
        )

    def with_state(self):
        """With ``reached``, the furthest step that was proved."""
        steps = self.model.steps.rel.related_model.objects
        furthest = steps.filter(observation=models.OuterRef("pk")).order_by("-state")
        reached = models.Subquery(furthest.values("state")[:1])
        return self.annotate(reached=Coalesce(reached, NOTED))

    def heard_in(self, bassin):
        """Those heard at a meeting of a concertation of ``bassin``, at least once."""
        sightings = self.model.sightings.rel.related_model.objects
        heard = sightings.filter(meeting__concertation__bassin=bassin)
        return self.filter(pk__in=heard.values("observation"))

    def most_heard_first(self):
        """Those of ``with_recurrence``: at most meetings first, then the latest."""
        return self.order_by("-meetings_count", F("last_heard").desc(nulls_last=True))


class Observation(ClusterableModel):
    """A need, an obstacle or a difficulty heard in the field, in one sentence.

    It names nobody. Each meeting at which it is heard adds a ``Sighting``, and each
    thing done about it an ``ObservationStep``: how often it comes back and how far it
    is are counted, never typed.
    """

    class Kind(models.TextChoices):
        NEED = "need", _("need")
        OBSTACLE = "obstacle", _("obstacle")
        DIFFICULTY = "difficulty", _("difficulty of professionals")

    class State(models.IntegerChoices):
        """How far it is; each step but the first is proved by a link."""

        NOTED = NOTED, pgettext_lazy("observation", "Noted")
        LEAD = 2, pgettext_lazy("observation", "Lead")
        ACTION = 3, pgettext_lazy("observation", "Action")
        ANSWER = 4, pgettext_lazy("observation", "Answer")

    class Origin(models.TextChoices):
        MEETING = "meeting", _("a meeting")
        READER = "reader", _("somebody who reported it")
        SUPPORT = "support", _("a support team")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sentence = Words(
        models.CharField,
        _("in one sentence"),
        max_length=300,
        help_text=_("No example that lets anyone recognise a person."),
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind.choices, default=Kind.NEED
    )
    theme = models.ForeignKey(
        Theme,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("theme"),
        null=True,
        blank=True,
    )
    publics = ParentalManyToManyField(
        Term,
        related_name="+",
        verbose_name=_("publics"),
        limit_choices_to={"taxonomy__code": Axis.PUBLICS},
        blank=True,
    )
    origin = models.CharField(
        _("first heard from"),
        max_length=7,
        choices=Origin.choices,
        default=Origin.MEETING,
        editable=False,
    )
    # The difficulty of a support team it came from, which makes it once.
    difficulty = models.OneToOneField(
        SupportOutcome,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )
    is_public = models.BooleanField(
        _("shown to everybody"),
        default=False,
        help_text=_("A published report that tells of it shows it too."),
    )
    noted_at = models.DateTimeField(_("noted"), default=timezone.now, editable=False)

    objects = ObservationQuerySet.as_manager()

    class Meta:
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        ordering = ["-noted_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(sentence_fr=""),
                name="events_observation_says_something",
                violation_error_message=_("Write the sentence in French."),
            )
        ]

    def __str__(self):
        return self.sentence

    @property
    def heard_words(self):
        """« entendu à 3 réunions, 2 bassins », of those ``with_recurrence``."""
        if not self.meetings_count:
            return gettext("not heard at a meeting yet")
        meetings = ngettext(
            "heard at %(count)d meeting",
            "heard at %(count)d meetings",
            self.meetings_count,
        ) % {"count": self.meetings_count}
        if self.bassins_count < FEW:
            return meetings
        bassins = ngettext(
            "%(count)d bassin", "%(count)d bassins", self.bassins_count
        ) % {"count": self.bassins_count}
        return f"{meetings}, {bassins}"

    @property
    def state_label(self):
        return self.state.label

    @property
    def state(self):
        """The furthest step, or ``NOTED``; asked once where ``with_state`` was."""
        reached = getattr(self, "reached", None)
        if reached is None:
            reached = max((step.state for step in self.steps.all()), default=NOTED)
        return self.State(reached)
