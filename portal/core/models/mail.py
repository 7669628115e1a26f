import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutgoingMailQuerySet(models.QuerySet):
    def due(self, now):
        """To be sent now; what was tried least goes first, then what waited longest.

        So a mail that brings down whoever sends it never stands before the others.
        """
        return self.filter(state=OutgoingMail.State.WAITING, due_at__lte=now).order_by(
            "attempts", "due_at", "pk"
        )

    def waiting(self):
        return self.filter(state=OutgoingMail.State.WAITING)

    def failed(self):
        return self.filter(state=OutgoingMail.State.FAILED)

    def about(self, *parts):
        """All mail whose key begins with these parts, e.g. that of one registration."""
        return self.filter(key__startswith="/".join([*map(str, parts), ""]))


class OutgoingMail(models.Model):
    """One mail to one person: what it says, and what has become of it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("to be sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("not delivered")
        WITHDRAWN = "withdrawn", _("withdrawn before it was sent")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.CharField(_("reason"), max_length=200, unique=True)
    to = models.EmailField(_("recipient"), blank=True)
    # Where an answer goes; empty for the address of the network.
    reply_to = models.EmailField(_("answers go to"), blank=True)
    language = models.CharField(_("language"), max_length=10)
    # Who writes the words when it is sent, and what must be said as it was then.
    writer = models.CharField(max_length=40, blank=True, editable=False)
    facts = models.JSONField(default=dict, blank=True, editable=False)
    subject = models.CharField(_("subject"), max_length=255, blank=True)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(_("text in HTML"), blank=True)
    attachments = models.JSONField(_("attachments"), default=list, blank=True)
    state = models.CharField(
        _("state"), max_length=9, choices=State.choices, default=State.WAITING
    )
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    give_up_at = models.DateTimeField(_("no longer of use from"))
    created_at = models.DateTimeField(_("written on"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent on"), null=True, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                fields=["attempts", "due_at"],
                condition=Q(state="waiting"),
                name="core_outgoingmail_waiting",
            ),
            models.Index(fields=["state", "sent_at"], name="core_outgoingmail_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="core_outgoingmail_sent_says_when",
            )
        ]

    def __str__(self):
        return self.key


class DeliveryAttempt(models.Model):
    """One try to hand a mail to the mail server; never what the mail said."""

    class Outcome(models.TextChoices):
        # Still this after the process is gone: it was killed in the middle.
        BEGUN = "begun", _("interrupted: the server may have taken it")
        SENT = "sent", _("taken by the mail server")
        LATER = "later", _("to be tried again")
        CUT = "cut", _("cut off: the server may have taken it; to be tried again")
        NO_SERVER = "no_server", _("no mail server answered; to be tried again")
        REFUSED = "refused", _("refused for good")
        BOUNCED = "bounced", _("taken, and sent back later")
        TOO_LATE = "too_late", _("too late to be sent")
        UNWRITTEN = "unwritten", _("could not be written; to be tried again")
        NO_NEWS = "no_news", _("of no more use, not sent")

    mail = models.ForeignKey(
        OutgoingMail,
        on_delete=models.CASCADE,
        related_name="log",
        verbose_name=_("mail"),
    )
    at = models.DateTimeField(_("when"), default=timezone.now)
    outcome = models.CharField(
        _("outcome"), max_length=9, choices=Outcome.choices, default=Outcome.BEGUN
    )
    answer = models.CharField(_("answer of the server"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("delivery attempt")
        verbose_name_plural = _("delivery attempts")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.mail_id}: {self.outcome}"
