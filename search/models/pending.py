from django.db import models

from search.models.entry import KEY_LENGTH


class Pending(models.Model):
    """Something changed: until it is read again, what the index says of it is hidden.

    One row for each change, so that whoever has read the thing again takes away only
    the changes that were there before.
    """

    source = models.CharField(max_length=40)
    key = models.CharField(max_length=KEY_LENGTH)

    class Meta:
        indexes = [models.Index(fields=["source", "key"], name="search_pending_key")]

    def __str__(self):
        return f"{self.source}/{self.key}"
