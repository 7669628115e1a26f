import uuid

from django.db import models
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel

from events.models import Meeting
from portal.core.models import Theme, Words
from services.models import SupportOutcome
from services.slugs import Slugs, slug_of

# Addresses below the page of the needs that are no need.
TAKEN_ADDRESSES = {"proposer", "voorstellen", "propose", "proponer"}


class TrainingNeedQuerySet(models.QuerySet):
    def public(self):
        """The one gate to readers: what the team did not release is nowhere."""
        return self.filter(is_public=True)

    def ranked(self, now=None):
        """In the order of their rank in force, those without one after the others.

        Each comes with its ``rank`` in force and the ``votes`` it was given with (None
        where there is none), and with its ``voices``: how many people confirmed that
        they need it too.
        """
        ranks = self.model._meta.get_field("ranks").related_model.objects
        in_force = ranks.in_force(now).filter(need=OuterRef("pk"))
        latest = in_force.order_by("-meeting__start_date", "-meeting")
        return (
            self.with_voices()
            .annotate(
                rank=Subquery(latest.values("rank")[:1]),
                votes=Subquery(latest.values("votes")[:1]),
                ranked_on=Subquery(latest.values("meeting__start_date")[:1]),
            )
            .order_by(
                F("rank").asc(nulls_last=True),
                F("ranked_on").desc(nulls_last=True),
                "-voices",
                "created_at",
                "pk",
            )
        )

    def with_voices(self):
        """Each with how many confirmed ``voices`` it has, without joining them."""
        voices = self.model._meta.get_field("said_by").related_model.objects
        of_the_need = voices.confirmed().filter(need=OuterRef("pk")).order_by()
        counts = of_the_need.values("need").annotate(count=Count("pk"))
        return self.annotate(voices=Coalesce(Subquery(counts.values("count")), 0))


class TrainingNeed(ClusterableModel):
    """What professionals ask to learn, and where they said so."""

    class Origin(models.TextChoices):
        MEETING = "meeting", pgettext_lazy("origin of a need", "A meeting")
        SUGGESTION = "suggestion", pgettext_lazy("origin of a need", "A suggestion")
        SUPPORT = "support", pgettext_lazy("origin of a need", "A support team")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    title = Words(models.CharField, _("need"), max_length=200)
    description = Words(models.TextField, _("description"), blank=True)
    origin = models.CharField(
        _("origin"), max_length=10, choices=Origin.choices, default=Origin.MEETING
    )
    source = models.ForeignKey(
        Meeting,
        on_delete=models.SET_NULL,
        related_name="training_needs",
        verbose_name=_("meeting where it was heard"),
        null=True,
        blank=True,
    )
    # The difficulty of support it was made from, once.
    difficulty = models.OneToOneField(
        SupportOutcome,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        editable=False,
    )
    themes = ParentalManyToManyField(
        Theme, related_name="training_needs", verbose_name=_("themes"), blank=True
    )
    is_public = models.BooleanField(
        _("public"),
        default=False,
        help_text=_("Unticked: only the team sees it."),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = TrainingNeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("training need")
        verbose_name_plural = _("training needs")
        ordering = ["created_at", "pk"]
        permissions = [
            ("publish_trainingneed", _("Can show a training need to readers"))
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title_fr=""), name="trainings_need_has_a_title"
            )
        ]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        if not self.slug:
            others = type(self).objects.exclude(pk=self.pk)
            taken = set(others.values_list("slug", flat=True)) | TAKEN_ADDRESSES
            self.slug = Slugs(taken).free(slug_of(self.title_fr))
        super().save(*args, **kwargs)
