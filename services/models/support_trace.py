from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from services.models.support_request import SupportRequest

LONGEST_ABOUT = 120


class SupportTrace(models.Model):
    """Who saw a request or did something with it, and when; never a word of it."""

    class Act(models.TextChoices):
        OPENED = "opened", pgettext_lazy("request", "Opened")
        ASSIGNED = "assigned", pgettext_lazy("request", "Entrusted")
        NOTED = "noted", pgettext_lazy("request", "Note added")
        WROTE = "wrote", pgettext_lazy("request", "Message to the person")
        ANSWERED = "answered", pgettext_lazy("request", "Answer by mail")
        PROPOSED = "proposed", pgettext_lazy("request", "Other team proposed")
        HANDED_OVER = "handed_over", pgettext_lazy("request", "Handed over")
        KEPT = "kept", pgettext_lazy("request", "Handing over refused")
        ADDED = "added", pgettext_lazy("request", "Message from the person")
        CLOSED = "closed", pgettext_lazy("request", "Closed")
        WITHDRAWN = "withdrawn", pgettext_lazy("request", "Withdrawn")
        FORGOTTEN = "forgotten", pgettext_lazy("request", "Texts erased")

    request = models.ForeignKey(
        SupportRequest,
        on_delete=models.CASCADE,
        related_name="traces",
        verbose_name=_("request"),
    )
    at = models.DateTimeField(_("when"), db_index=True)
    # Empty where the person themselves, or the portal, did it.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    act = models.CharField(_("act"), max_length=11, choices=Act.choices)
    # The name of a team, of an answer by mail or of whom it is entrusted to.
    about = models.CharField(max_length=LONGEST_ABOUT, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("trace of a request")
        verbose_name_plural = _("traces of requests")
        ordering = ["at", "pk"]
        default_permissions = ()

    def __str__(self):
        return self.get_act_display()
