from django.db import models
from django.utils.translation import gettext_lazy as _


class Edition(models.Model):
    """How many times the published facts of the site have changed, and when last."""

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("edition of the site")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=1), name="core_edition_is_the_only_one"
            )
        ]

    def __str__(self):
        return str(self.number)
