from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from services.models.service import Service


class Source(models.Model):
    """Where what the entry says was read."""

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(_("title"), max_length=255)
    url = models.URLField(_("address"), max_length=500, blank=True)
    page_date = models.CharField(
        _("date of the page"),
        max_length=10,
        blank=True,
        help_text=_("As far as it is known: 2024, 2024-10, 2024-10-01."),
    )
    note = models.CharField(_("note"), max_length=255, blank=True)
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.title
