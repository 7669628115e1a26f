from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

KEY_LENGTH = 120
TITLE_LENGTH = 255
FILE_TYPE_LENGTH = 10


class EntryQuerySet(models.QuerySet):
    def fresh(self, next_slot):
        """(pk, tokens) the postings did not hold when ``next_slot`` was the next.

        In one statement, so that an entry merged meanwhile is not missed, and in two
        halves, since no database looks up both at once.
        """
        said = self.order_by().values_list("pk", "tokens")
        late = said.filter(slot__gte=next_slot)
        return sorted(said.filter(slot=None).union(late, all=True))


class Entry(models.Model):
    """One thing the search can find, once for all its languages; it is public."""

    source = models.CharField(max_length=40)
    key = models.CharField(max_length=KEY_LENGTH)
    kind = models.CharField(max_length=40)
    date = models.DateField(null=True, blank=True)
    is_stale = models.BooleanField(default=False)
    # Of a file: its ending in capitals, and bytes.
    file_type = models.CharField(max_length=FILE_TYPE_LENGTH, blank=True)
    file_size = models.PositiveBigIntegerField(null=True, blank=True)
    # Which words find it, by the field they stand in: what ``tokens`` writes.
    tokens = models.TextField(blank=True)
    # Its bit in the postings; none until the worker has merged it.
    slot = models.PositiveIntegerField(null=True, blank=True, unique=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the search")
        verbose_name_plural = _("entries of the search")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "key"], name="search_entry_once_each"
            )
        ]

    def __str__(self):
        return f"{self.source}/{self.key}"


class EntryWords(models.Model):
    """How an entry is shown to readers of one language."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    title = models.CharField(max_length=TITLE_LENGTH)
    url = models.CharField(max_length=2000)
    # Summary first; extracts are taken from it.
    text = models.TextField(blank=True)

    class Meta:
        verbose_name = _("words of an entry")
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "language"], name="search_entrywords_one_per_language"
            )
        ]

    def __str__(self):
        return self.title
