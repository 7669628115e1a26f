from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core import when
from portal.core.models.base_page import SUMMARY_LENGTH


class AideMemoireEdition(models.Model):
    """An aide-mémoire as it was handed out on one day; its lines never change."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    page = models.ForeignKey(
        "services.AideMemoirePage",
        on_delete=models.CASCADE,
        related_name="editions",
        verbose_name=_("referral guide"),
    )
    day = models.DateField(
        _("edition of the day"),
        help_text=_("What was said later than that day is not in it."),
    )
    title = models.CharField(
        _("handed out at"),
        max_length=255,
        blank=True,
        help_text=_("The title of the meeting, for instance."),
    )
    intro = models.TextField(_("introduction"), max_length=SUMMARY_LENGTH, blank=True)
    note = models.TextField(
        _("what to know of this edition"),
        max_length=500,
        blank=True,
        help_text=_("Shown and printed above the list."),
    )
    # ``services.aide_memoire.freezing`` writes it once.
    content = models.JSONField(editable=False)
    frozen_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("edition of an aide-mémoire")
        verbose_name_plural = _("editions of aide-mémoires")
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "day"],
                name="services_edition_of_one_day",
                violation_error_message=_("There is an edition of that day already."),
            )
        ]

    def __str__(self):
        return self.day_words

    @property
    def day_words(self):
        """« 10 octobre 2025 »"""
        return when.day(self.day, weekday=False)

    @property
    def url(self):
        return f"{self.page.url}{self.day.isoformat()}/"

    @property
    def full_url(self):
        return f"{self.page.full_url}{self.day.isoformat()}/"
