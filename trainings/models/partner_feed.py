"""Where a partner announces trainings, and what it announces until it is read."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.core.models import Theme
from services.models import Organisation
from trainings.models.training import Training

LONGEST_ADDRESS = 500


class PartnerFeed(models.Model):
    """The address of a partner's news (RSS, Atom, JSON Feed) or calendar."""

    organisation = models.CharField(_("organisation"), max_length=160)
    partner = models.ForeignKey(
        Organisation,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("organisation of the directory"),
        null=True,
        blank=True,
    )
    address = models.URLField(
        _("address"),
        max_length=LONGEST_ADDRESS,
        unique=True,
        validators=[
            URLValidator(
                schemes=["https"], message=_("The address must begin with https://.")
            )
        ],
        help_text=_("RSS, Atom, JSON Feed or .ics, read twice a day."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Training.Kind.choices,
        default=Training.Kind.TRAINING,
        help_text=_("What its entries are, unless you say otherwise."),
    )
    theme = models.ForeignKey(
        Theme,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("theme"),
        null=True,
        blank=True,
    )
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Off: it is no longer read.")
    )
    etag = models.CharField(max_length=255, blank=True, editable=False)
    last_modified = models.CharField(max_length=64, blank=True, editable=False)
    asked_at = models.DateTimeField(_("last asked"), null=True, editable=False)
    outcome = models.CharField(_("outcome"), max_length=300, blank=True, editable=False)

    class Meta:
        verbose_name = _("partner feed")
        verbose_name_plural = _("partner feeds")
        ordering = ["organisation", "pk"]

    def __str__(self):
        return self.organisation


class FeedEntryQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=FeedEntry.State.WAITING)


class FeedEntry(models.Model):
    """One thing a partner announces; never public, it may become a training."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("of a feed", "to be read")
        TAKEN = "taken", pgettext_lazy("of a feed", "in the catalogue")
        LEFT_OUT = "left_out", pgettext_lazy("of a feed", "left out")

    feed = models.ForeignKey(
        PartnerFeed,
        on_delete=models.CASCADE,
        related_name="entries",
        verbose_name=_("partner feed"),
    )
    # By which the partner's program knows it.
    uid = models.CharField(max_length=255, editable=False)
    title = models.CharField(_("title"), max_length=200)
    summary = models.CharField(_("summary"), max_length=320, blank=True)
    url = models.URLField(_("page"), max_length=LONGEST_ADDRESS, blank=True)
    # A day that is announced, for the team to make a session of; nothing is made of it.
    day = models.DateField(_("date announced"), null=True, blank=True)
    state = models.CharField(
        _("decision"), max_length=8, choices=State.choices, default=State.WAITING
    )
    training = models.ForeignKey(
        Training,
        on_delete=models.SET_NULL,
        related_name="feed_entries",
        verbose_name=_("training"),
        null=True,
        blank=True,
    )
    received_at = models.DateTimeField(_("received"), default=timezone.now)

    objects = FeedEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of a partner feed")
        verbose_name_plural = _("entries of partner feeds")
        ordering = ["-received_at", "pk"]
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["feed", "uid"], name="trainings_entry_once_in_a_feed"
            ),
            models.CheckConstraint(
                condition=~Q(title=""), name="trainings_entry_has_a_title"
            ),
        ]

    def __str__(self):
        return self.title
