from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PaperOrder(models.Model):
    """A long list somebody wants as PDF: drawn by the worker, removed after a day.

    It names services and nobody: who asked is not kept.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DRAWING = "drawing", _("being drawn")
        DONE = "done", _("ready")
        FAILED = "failed", _("failed")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    # The same list in the same edition of the site is drawn once.
    key = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=255)
    # The address of the list, as it was asked for.
    address = models.CharField(max_length=2000)
    services = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    read = models.PositiveIntegerField(default=0)
    file = models.CharField(max_length=100, blank=True)
    ordered_at = models.DateTimeField(db_index=True)
    begun_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("paper to draw")
        verbose_name_plural = _("papers to draw")
        ordering = ["ordered_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="done") | ~Q(file=""),
                name="services_paper_done_has_a_file",
            )
        ]

    def __str__(self):
        return self.title

    @property
    def total(self):
        return len(self.services)

    @property
    def is_ready(self):
        return self.state == self.State.DONE

    @property
    def has_failed(self):
        return self.state == self.State.FAILED

    @property
    def percentage(self):
        """How far it is, as somebody who waits may be told."""
        return 100 if self.is_ready else 90 * self.read // (self.total or 1)
