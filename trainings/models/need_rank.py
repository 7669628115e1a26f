from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from events.models import Meeting
from trainings.models.training_need import TrainingNeed


class NeedRankQuerySet(models.QuerySet):
    def given(self, now=None):
        """By meetings that have begun by ``now``: a rank is no forecast."""
        today = timezone.localdate(now or timezone.now())
        return self.filter(meeting__start_date__lte=today)

    def in_force(self, now=None):
        """Those no later meeting of the same concertation has ranked needs after.

        What that meeting left out has no rank any more; it keeps its history.
        """
        later = self.model.objects.given(now).filter(
            Q(meeting__start_date__gt=OuterRef("meeting__start_date"))
            | Q(
                meeting__start_date=OuterRef("meeting__start_date"),
                meeting__gt=OuterRef("meeting"),
            ),
            meeting__concertation=OuterRef("meeting__concertation"),
        )
        return self.given(now).filter(~Exists(later))

    def latest_first(self):
        return self.order_by("-meeting__start_date", "-meeting")


class NeedRank(models.Model):
    """The rank a meeting gave to a need; the ranks of all meetings are its history."""

    need = ParentalKey(TrainingNeed, on_delete=models.CASCADE, related_name="ranks")
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.CASCADE,
        related_name="need_ranks",
        verbose_name=_("meeting"),
    )
    rank = models.PositiveSmallIntegerField(
        _("rank"),
        validators=[MinValueValidator(1)],
        help_text=_(
            "The rank given at the meeting. Voices are shown beside it, they never "
            "replace it."
        ),
    )
    votes = models.PositiveSmallIntegerField(
        _("votes"), null=True, blank=True, help_text=_("Empty: nobody counted them.")
    )

    objects = NeedRankQuerySet.as_manager()

    class Meta:
        verbose_name = _("rank of a need")
        verbose_name_plural = _("ranks of needs")
        ordering = ["meeting__start_date", "rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "need"],
                name="trainings_rank_once_at_a_meeting",
                violation_error_message=_("This meeting has ranked this need already."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "rank"],
                name="trainings_rank_of_one_need",
                violation_error_message=_(
                    "This meeting has given this rank to another need."
                ),
            ),
            models.CheckConstraint(
                condition=Q(rank__gte=1),
                name="trainings_rank_begins_at_one",
                violation_error_message=_("Ranks begin at 1."),
            ),
        ]

    def __str__(self):
        return f"{self.rank}. {self.need}"
