from django.db import models
from django.utils.translation import gettext_lazy as _


class Edition(models.Model):
    """How many times what is published has changed, and when last."""

    class Of(models.IntegerChoices):
        # Everything anyone may read.
        SITE = 1, _("site")
        # What calendars are sent, which places left are no part of.
        CALENDARS = 2, _("calendars")
        # Everything anyone may read but the places left, which move all the time.
        WORDS = 3, _("words")

    id = models.PositiveSmallIntegerField(
        primary_key=True, choices=Of.choices, default=Of.SITE
    )
    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("edition of the site")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id__in=[1, 2, 3]), name="core_edition_one_of_each"
            )
        ]

    def __str__(self):
        return f"{self.get_id_display()} {self.number}"
