from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from portal.core.models import Words
from portal.core.phone_numbers import digits_of, uri_of
from services.models.language import Language
from services.models.location import Location
from services.models.service import Service


class Phone(ClusterableModel):
    """A number of a service, of one of its places where that is said."""

    class Kind(models.TextChoices):
        """The types of RFC 6350 that HSDS names."""

        VOICE = "voice", _("telephone")
        CELL = "cell", _("mobile telephone")
        TEXT = "text", _("text messages")
        FAX = "fax", _("fax")
        VIDEO = "video", _("video")
        PAGER = "pager", _("pager")
        TEXTPHONE = "textphone", _("text telephone")

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="phones")
    location = models.ForeignKey(
        Location,
        on_delete=models.SET_NULL,
        related_name="phones",
        verbose_name=_("only for this place"),
        null=True,
        blank=True,
    )
    number = models.CharField(
        _("number"),
        max_length=30,
        validators=[
            RegexValidator(
                r"^\+?[0-9][0-9 ()/.-]*\Z",
                _("Digits and blanks only, e.g. 02 123 45 67 or +32 2 123 45 67."),
            )
        ],
    )
    extension = models.CharField(_("extension"), max_length=10, blank=True)
    type = models.CharField(
        _("kind"), max_length=9, choices=Kind.choices, default=Kind.VOICE
    )
    description = Words(models.CharField, _("who answers"), max_length=160, blank=True)
    languages = ParentalManyToManyField(
        Language, related_name="phones", verbose_name=_("languages"), blank=True
    )
    # The number as machines compare it; two ways of writing it are one.
    digits = models.CharField(max_length=30, blank=True, editable=False, db_index=True)
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("phone number")
        verbose_name_plural = _("phone numbers")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(number=""), name="services_phone_has_a_number"
            )
        ]

    def __str__(self):
        return self.number

    def clean(self):
        super().clean()
        self.digits = digits_of(self.number)

    def save(self, *args, **kwargs):
        self.digits = digits_of(self.number)
        super().save(*args, **kwargs)

    @property
    def uri(self):
        """As RFC 3966 wants it, short numbers as they are."""
        return uri_of(self.number)
