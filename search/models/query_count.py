from django.db import models
from django.utils.translation import gettext_lazy as _


class QueryCount(models.Model):
    """How often words were looked for in a week; nothing of who looked."""

    week = models.DateField(_("week of"))
    words = models.CharField(_("words"), max_length=120)
    language = models.CharField(_("language"), max_length=10)
    times = models.PositiveIntegerField(_("times"), default=0)
    # As it was the last time.
    found = models.PositiveIntegerField(_("results"), default=0)

    class Meta:
        verbose_name = _("words looked for")
        verbose_name_plural = _("words looked for")
        ordering = ["-week", "-times", "words"]
        constraints = [
            models.UniqueConstraint(
                fields=["week", "words", "language"], name="search_querycount_once"
            )
        ]

    def __str__(self):
        return self.words
