"""A training, an intervision, a supervision or a sharing of expertise on offer.

Its dates are those of its sessions, which are meetings.
"""

import uuid

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel

from events.models import Meeting
from portal.core.models import Theme, Words
from services.models import Organisation
from services.slugs import Slugs, slug_of
from trainings.models.training_need import TrainingNeed

# Addresses below the catalogue that are no training.
TAKEN_ADDRESSES = {"besoins", "noden", "needs", "necesidades"}


class TrainingQuerySet(models.QuerySet):
    def public(self):
        """The one gate to readers: what the team did not release is nowhere."""
        return self.filter(is_public=True)

    def with_facts(self):
        """All that a card of the catalogue shows, in a fixed number of queries."""
        return self.select_related("partner").prefetch_related(
            "themes",
            models.Prefetch("needs", TrainingNeed.objects.public()),
            "sessions",
        )


class Training(ClusterableModel):
    """What answers a need to learn; words in four languages, no page of the tree."""

    class Kind(models.TextChoices):
        """Those of meetings where one learns (``Meeting.LEARNING``)."""

        TRAINING = Meeting.Kind.TRAINING.value, Meeting.Kind.TRAINING.label
        INTERVISION = Meeting.Kind.INTERVISION.value, Meeting.Kind.INTERVISION.label
        SUPERVISION = Meeting.Kind.SUPERVISION.value, Meeting.Kind.SUPERVISION.label
        EXPERTISE = Meeting.Kind.EXPERTISE.value, Meeting.Kind.EXPERTISE.label

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, default=Kind.TRAINING
    )
    title = Words(models.CharField, _("title"), max_length=200)
    summary = Words(
        models.CharField,
        _("summary"),
        max_length=320,
        blank=True,
        help_text=_("One sentence: lists and the search use it."),
    )
    description = Words(models.TextField, _("description"), blank=True)
    audience = Words(models.CharField, _("for whom"), max_length=200, blank=True)
    prerequisites = Words(
        models.CharField, _("prerequisites"), max_length=300, blank=True
    )
    partner = models.ForeignKey(
        Organisation,
        on_delete=models.SET_NULL,
        related_name="trainings",
        verbose_name=_("organisation that gives it"),
        null=True,
        blank=True,
    )
    partner_name = models.CharField(
        _("or its name"),
        max_length=160,
        blank=True,
        help_text=_("For an organisation that the directory does not know."),
    )
    is_free = models.BooleanField(_("free of charge"), default=False)
    amount = models.DecimalField(
        _("price in euros"),
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    price_note = Words(
        models.CharField,
        _("about the price"),
        max_length=160,
        blank=True,
        help_text=_("For example: reduced for students."),
    )
    needs = ParentalManyToManyField(
        TrainingNeed,
        related_name="trainings",
        verbose_name=_("needs it answers"),
        blank=True,
    )
    themes = ParentalManyToManyField(
        Theme, related_name="trainings", verbose_name=_("themes"), blank=True
    )
    is_on_demand = models.BooleanField(
        _("on demand"),
        default=False,
        help_text=_("Given when a team asks for it, without a date of its own."),
    )
    url = models.URLField(_("page of the partner"), max_length=500, blank=True)
    is_public = models.BooleanField(
        _("public"), default=False, help_text=_("Unticked: only the team sees it.")
    )
    is_example = models.BooleanField(
        _("example (fictional)"),
        default=False,
        help_text=_("Marked « exemple » wherever it is shown."),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("changed on"), auto_now=True)

    objects = TrainingQuerySet.as_manager()

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        ordering = ["title_fr", "pk"]
        permissions = [("publish_training", _("Can show a training to readers"))]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title_fr=""), name="trainings_training_has_a_title"
            ),
            models.CheckConstraint(
                condition=Q(is_free=False) | Q(amount=None),
                name="trainings_training_free_has_no_price",
                violation_error_message=_("What is free has no price."),
            ),
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount__gte=0),
                name="trainings_training_price_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(partner=None) | Q(partner_name=""),
                name="trainings_training_one_partner",
                violation_error_message=_("Choose the organisation or name it."),
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if self.is_free and self.amount is not None:
            raise ValidationError({"amount": _("What is free has no price.")})
        if self.partner_id and self.partner_name:
            words = _("Choose the organisation or name it.")
            raise ValidationError({"partner_name": words})

    def save(self, *args, **kwargs):
        if not self.slug:
            others = type(self).objects.exclude(pk=self.pk)
            taken = set(others.values_list("slug", flat=True)) | TAKEN_ADDRESSES
            self.slug = Slugs(taken).free(slug_of(self.title_fr))
        super().save(*args, **kwargs)

    @property
    def partner_words(self):
        """Who gives it, by the name the directory knows it under."""
        return self.partner.name if self.partner else self.partner_name
