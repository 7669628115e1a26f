"""A service: what somebody can come for, how to ask, and how sure we are of it."""

from uuid import uuid4

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from portal.core.models import Theme
from services import freshness
from services.models.area_served import AreaServed
from services.models.availability import Availability, of_a_day
from services.models.language import Language
from services.models.need import Need
from services.models.organisation import Organisation
from services.models.previewed import Previewed
from services.models.service_words import ServiceWords
from services.models.succession import Succession, rules_of_succession
from services.models.taxonomy import Axis, Term
from services.querysets import ServiceQuerySet
from services.slugs import free_slug

OLDEST_PERSON = 120


def terms_of(axis, label, related_name):
    """A field of a service for the terms of one axis."""
    return ParentalManyToManyField(
        Term,
        related_name=related_name,
        verbose_name=label,
        blank=True,
        limit_choices_to={"taxonomy__code": axis},
    )


class Service(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    Previewed,
    ServiceWords,
    AreaServed,
    Availability,
    Succession,
    ClusterableModel,
):
    """One service of an organisation (HSDS 3.1 ``service``).

    What the database holds is what is public, where it is live; a draft lives in
    its revision until it is published.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="services",
        verbose_name=_("organisation"),
    )
    url = models.URLField(_("website"), max_length=500, blank=True)
    email = models.EmailField(_("public e-mail"), blank=True)
    minimum_age = models.PositiveSmallIntegerField(
        _("from the age of"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(OLDEST_PERSON)],
    )
    maximum_age = models.PositiveSmallIntegerField(
        _("up to the age of"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(OLDEST_PERSON)],
    )
    needs = ParentalManyToManyField(
        Need, related_name="services", verbose_name=_("needs"), blank=True
    )
    service_types = terms_of(Axis.SERVICE_TYPES, _("types"), "services_of_type")
    publics = terms_of(Axis.PUBLICS, _("publics received"), "services_for_public")
    conditions = terms_of(
        Axis.CONDITIONS, _("access conditions"), "services_with_condition"
    )
    modes = terms_of(Axis.MODES, _("modes"), "services_in_mode")
    themes = ParentalManyToManyField(
        Theme, related_name="services", verbose_name=_("themes"), blank=True
    )
    languages = ParentalManyToManyField(
        Language, related_name="services", verbose_name=_("languages"), blank=True
    )
    # Written by ``services.verifying``, never by a form nor by a draft.
    assured_date = models.DateField(
        _("verified on"), null=True, blank=True, editable=False
    )
    assured_by = models.CharField(max_length=12, blank=True, editable=False)
    is_fictional = models.BooleanField(
        _("example (fictional)"),
        default=False,
        help_text=_("Marked « exemple » wherever it is shown."),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="service",
        for_concrete_model=False,
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="service")

    objects = ServiceQuerySet.as_manager()

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["name_fr", "pk"]
        indexes = [
            models.Index(
                fields=["live", "status", "name_fr"], name="services_service_listed"
            ),
            models.Index(fields=["assured_date"], name="services_service_assured"),
            models.Index(fields=["changed_at"], name="services_service_changed"),
        ]
        constraints = [
            *of_a_day("delay"),
            *of_a_day("saturation"),
            *rules_of_succession(),
            models.CheckConstraint(
                condition=Q(minimum_age=None)
                | Q(maximum_age=None)
                | Q(maximum_age__gte=F("minimum_age")),
                name="services_service_ages_in_order",
                violation_error_message=_("The second age comes before the first."),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        ages = (self.minimum_age, self.maximum_age)
        if None not in ages and self.maximum_age < self.minimum_age:
            words = _("The second age comes before the first.")
            raise ValidationError({"maximum_age": words})

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = free_slug(self)
        if "update_fields" not in kwargs:
            self.changed_at = timezone.now()
        super().save(*args, **kwargs)

    @property
    def revisions(self):
        return self._revisions

    def with_content_json(self, content):
        """A draft as it is, but verified when the service itself was."""
        draft = super().with_content_json(content)
        draft.assured_date, draft.assured_by = self.assured_date, self.assured_by
        return draft

    def freshness(self, today):
        return freshness.of(self.assured_date, today)

    def closure(self, today):
        """The closure to tell of on ``today``: the one that is on, or the next one."""
        told = [closure for closure in self.closures.all() if closure.is_told(today)]
        return min(told, key=lambda closure: closure.from_date, default=None)
