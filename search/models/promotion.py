from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.models.entry import EntryWords


class Promotion(models.Model):
    """An entry the team wants first for some words."""

    words = models.CharField(
        _("words looked for"),
        max_length=200,
        help_text=_("Their order, accents and endings do not count."),
    )
    # By its key rather than by a link: an entry that goes and comes back is the same.
    source = models.CharField(max_length=40, editable=False)
    key = models.CharField(max_length=120, editable=False)

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")
        ordering = ["words", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["words", "source", "key"], name="search_promotion_once"
            )
        ]

    def __str__(self):
        return self.words

    def result(self):
        """The title of what is shown first."""
        words = EntryWords.objects.filter(entry__source=self.source)
        words = words.filter(entry__key=self.key).order_by("language")
        titles = dict(words.values_list("language", "title"))
        any_title = next(iter(titles.values()), _("no longer public"))
        return titles.get(settings.LANGUAGE_CODE, any_title)

    result.short_description = _("result")
