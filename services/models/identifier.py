"""The names other systems know a record by."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from services.models.organisation import Organisation
from services.models.service import Service


class Identifier(models.Model):
    scheme = models.CharField(
        _("whose"),
        max_length=80,
        help_text=_("The register or the file: BCE-KBO, HSDS, bruxelles-social."),
    )
    identifier = models.CharField(_("identifier"), max_length=255)
    url = models.URLField(_("page there"), max_length=500, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.scheme}: {self.identifier}"


class ServiceIdentifier(Identifier):
    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="identifiers")

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("external identifier")
        verbose_name_plural = _("external identifiers")
        ordering = ["scheme", "identifier"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "identifier"],
                name="services_identifier_of_one_service",
                violation_error_message=_("Another service has this identifier."),
            )
        ]


class OrganisationIdentifier(Identifier):
    organisation = ParentalKey(
        Organisation, on_delete=models.CASCADE, related_name="identifiers"
    )

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("external identifier")
        verbose_name_plural = _("external identifiers")
        ordering = ["scheme", "identifier"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "identifier"],
                name="services_identifier_of_one_organisation",
                violation_error_message=_("Another organisation has this identifier."),
            )
        ]
