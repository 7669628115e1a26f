from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainings.models.training_need import TrainingNeed

LONGEST_WHAT, LONGEST_WHY = 200, 1500


class NeedSuggestionQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=NeedSuggestion.State.WAITING)


class NeedSuggestion(models.Model):
    """A need somebody wrote down, until the team has decided on it; never public."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("suggestion", "to be decided")
        ACCEPTED = "accepted", pgettext_lazy("suggestion", "accepted")
        JOINED = "joined", pgettext_lazy("suggestion", "joined to a need")
        REFUSED = "refused", pgettext_lazy("suggestion", "refused")

    # Of the form it came by: the same form sent twice suggests once.
    number = models.UUIDField(default=uuid4, unique=True, editable=False)
    what = models.CharField(_("need"), max_length=LONGEST_WHAT)
    why = models.CharField(_("why"), max_length=LONGEST_WHY, blank=True)
    # For the answer alone; emptied with it, or after some months.
    email = models.EmailField(_("e-mail for an answer"), blank=True)
    language = models.CharField(
        max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    state = models.CharField(
        _("decision"), max_length=8, choices=State.choices, default=State.WAITING
    )
    sent_at = models.DateTimeField(_("sent on"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided on"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("decided by"),
        null=True,
        blank=True,
    )
    # The one it became, or was joined to.
    need = models.ForeignKey(
        TrainingNeed,
        on_delete=models.SET_NULL,
        related_name="suggestions",
        verbose_name=_("training need"),
        null=True,
        blank=True,
    )

    objects = NeedSuggestionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("suggested need")
        verbose_name_plural = _("suggested needs")
        ordering = ["-sent_at", "-pk"]
        default_permissions = ("view", "change")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at=None)
                | (~Q(state="waiting") & Q(decided_at__isnull=False)),
                name="trainings_suggestion_is_decided_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting") | Q(email=""),
                name="trainings_suggestion_answers_once",
            ),
        ]

    def __str__(self):
        return self.what

    @property
    def is_waiting(self):
        return self.state == self.State.WAITING
