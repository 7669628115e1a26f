from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.core.models import Words
from services.models.service import Service


class RequiredDocument(models.Model):
    """A paper to bring along (HSDS ``required_document``)."""

    service = ParentalKey(
        Service, on_delete=models.CASCADE, related_name="required_documents"
    )
    document = Words(models.CharField, _("document"), max_length=255)
    uri = models.URLField(_("where to find it"), max_length=500, blank=True)
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("document to bring")
        verbose_name_plural = _("documents to bring")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.document
