from django.db import models

TOKEN_LENGTH = 64
CHUNK = 32_768  # entries for each row of the postings


class IndexState(models.Model):
    """Which generation of postings is read, and the next bit that nobody has."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    generation = models.PositiveIntegerField(default=0)
    # Bits are never given twice: those of a generation begin here.
    first_slot = models.PositiveIntegerField(default=0)
    next_slot = models.PositiveIntegerField(default=0)
    # The engine of SEARCH_URL was sent all entries whose bits come before this one.
    sent = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=1), name="search_indexstate_one"
            )
        ]

    def __str__(self):
        return f"{self.generation}: {self.next_slot}"


class Posting(models.Model):
    """The entries that hold a token in a field: one bit each, a chunk per row."""

    generation = models.PositiveIntegerField()
    token = models.CharField(max_length=TOKEN_LENGTH)
    level = models.PositiveSmallIntegerField()
    chunk = models.PositiveIntegerField()
    bits = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["generation", "token", "level", "chunk"],
                name="search_posting_one_per_chunk",
            )
        ]

    def __str__(self):
        return f"{self.token}/{self.level}/{self.chunk}"


class RetiredSlot(models.Model):
    """A bit whose entry changed or went; it is skipped until the next generation."""

    slot = models.PositiveIntegerField(primary_key=True)

    def __str__(self):
        return str(self.slot)
