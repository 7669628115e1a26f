from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import Commune, Theme

LONGEST_ADDRESS = 500


class PartnerCalendar(models.Model):
    """Where a partner announces what it organises: an address, or files it sends."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("For the team; readers do not see it.")
    )
    organisation = models.CharField(
        _("organisation"),
        max_length=120,
        help_text=_("Readers see « Announced by … » beside each entry."),
    )
    website = models.URLField(
        _("page of the partner"),
        max_length=LONGEST_ADDRESS,
        blank=True,
        help_text=_("Where an entry without a page of its own leads readers."),
    )
    address = models.URLField(
        _("address of the calendar"),
        max_length=LONGEST_ADDRESS,
        blank=True,
        validators=[
            URLValidator(
                schemes=["https"], message=_("The address must begin with https://.")
            )
        ],
        help_text=_("Its .ics address, read every hour. Empty: you send files."),
    )
    theme = models.ForeignKey(
        Theme,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("theme"),
        null=True,
        blank=True,
        help_text=_("For entries you give no theme of their own."),
    )
    commune = models.ForeignKey(
        Commune,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("commune"),
        null=True,
        blank=True,
        help_text=_("For entries whose place names no commune."),
    )
    is_active = models.BooleanField(
        _("active"),
        default=True,
        help_text=_("Off: it is no longer read, and its entries leave the agenda."),
    )
    is_example = models.BooleanField(
        _("example (fictional)"),
        default=False,
        help_text=_("Marked « exemple » on screen."),
    )
    # What its server gave with the last answer, to be asked « anything new? ».
    etag = models.CharField(max_length=255, blank=True, editable=False)
    last_modified = models.CharField(max_length=64, blank=True, editable=False)
    asked_at = models.DateTimeField(_("last asked"), null=True, editable=False)
    read_at = models.DateTimeField(_("last read"), null=True, editable=False)
    outcome = models.TextField(_("outcome"), blank=True, editable=False)
    is_in_trouble = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("partner calendar")
        verbose_name_plural = _("partner calendars")
        ordering = ["organisation", "name"]

    def __str__(self):
        return f"{self.organisation} – {self.name}"
