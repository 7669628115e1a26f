from django.db import models

from search.models.posting import TOKEN_LENGTH


class IndexedWord(models.Model):
    """A word of what was ever merged into the postings, folded, for spelling."""

    word = models.CharField(max_length=TOKEN_LENGTH, primary_key=True)

    def __str__(self):
        return self.word
