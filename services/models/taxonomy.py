"""The axes by which services are described, and the terms of each."""

from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.core.models import Words
from services.models.need import Need


class Axis(models.TextChoices):
    """The codes of the axes the directory itself knows; editors may add others."""

    SERVICE_TYPES = "service_types", _("type of service")
    PUBLICS = "publics", _("public")
    CONDITIONS = "conditions", _("access conditions")
    MODES = "modes", _("mode")


class Taxonomy(models.Model):
    """One axis (HSDS ``taxonomy``); needs and themes are records of their own."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = Words(models.CharField, _("name"), max_length=120)
    description = Words(models.TextField, _("description"), blank=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("axis")
        verbose_name_plural = _("axes")
        ordering = ["sort_order", "code"]

    def __str__(self):
        return self.name


class TermQuerySet(models.QuerySet):
    def of(self, axis):
        return self.filter(taxonomy__code=axis)


class Term(models.Model):
    """One word of an axis (HSDS ``taxonomy_term``)."""

    class Group(models.TextChoices):
        """What a condition of access is about."""

        ACCESS = "access", _("who may come, and how to ask")
        COST = "cost", _("cost")
        MODALITY = "modality", _("in practice")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    taxonomy = models.ForeignKey(
        Taxonomy,
        on_delete=models.PROTECT,
        related_name="terms",
        verbose_name=_("axis"),
    )
    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = Words(models.CharField, _("name"), max_length=160)
    short_name = Words(models.CharField, _("short name"), max_length=60, blank=True)
    description = Words(models.TextField, _("description"), blank=True)
    synonyms = Words(
        models.TextField,
        _("other words for it"),
        blank=True,
        help_text=_("Separated by commas; the search finds it by these too."),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("broader term"),
        null=True,
        blank=True,
    )
    group = models.CharField(
        _("group"), max_length=10, choices=Group.choices, blank=True
    )
    needs = models.ManyToManyField(
        Need,
        related_name="service_types",
        verbose_name=_("needs it usually answers"),
        blank=True,
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["taxonomy", "sort_order", "name_fr"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                name="services_term_is_not_its_own_parent",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def label(self):
        """The short name where there is one, for lists and filters."""
        return self.short_name or self.name

    def clean(self):
        super().clean()
        seen, above = {self.pk}, self.parent
        while above is not None:
            if above.pk in seen:
                words = _("A term cannot be broader than itself.")
                raise ValidationError({"parent": words})
            seen.add(above.pk)
            above = above.parent
