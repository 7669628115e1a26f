import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.core.models import Commune
from services.models.support_kind import SupportKind
from services.models.support_outcome import SupportLevel, SupportOutcome
from services.models.support_team import SupportTeam

# Without the signs that are mistaken for one another on the phone.
UNAMBIGUOUS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_reference():
    return "".join(secrets.choice(UNAMBIGUOUS) for _sign in range(8))


def new_stamp():
    return secrets.token_urlsafe(12)


class State(models.TextChoices):
    NEW = "new", pgettext_lazy("request", "New")
    TAKEN = "taken", pgettext_lazy("request", "In hand")
    CLOSED = "closed", pgettext_lazy("request", "Closed")
    WITHDRAWN = "withdrawn", pgettext_lazy("request", "Withdrawn")


class Sector(models.TextChoices):
    """What the institution of whoever asks is about."""

    SOCIAL = "social", _("Social work, CPAS")
    HEALTH = "health", _("Health care, home care")
    MENTAL_HEALTH = "mental-health", _("Mental health")
    HOUSING = "housing", _("Housing, shelter, street work")
    ELDERLY = "elderly", _("Elderly people")
    YOUTH = "youth", _("Youth, family, school")
    DISABILITY = "disability", _("Disability")
    JUSTICE = "justice", _("Justice, guardianship, police")
    OTHER = "other", _("Another sector")


OPEN = (State.NEW, State.TAKEN)


class SupportRequestQuerySet(models.QuerySet):
    def seen_by(self, user):
        """Those of the teams of ``user``: nobody else, whatever their rights, sees any.

        The right to see requests at all is asked for too.
        """
        if not user.has_perm("services.view_supportrequest"):
            return self.none()
        return self.filter(team__members=user)

    def open(self):
        return self.filter(state__in=OPEN)

    def unanswered(self):
        return self.open().filter(answered_at=None)

    def received_in(self, start, end):
        """Those that came from the moment ``start`` on and before ``end``."""
        return self.filter(created_at__gte=start, created_at__lt=end)


class SupportRequest(models.Model):
    """What of a request is counted for ever: never who asked, nor what about.

    ``SupportWords`` holds that, apart, and goes in time.
    """

    State = State
    Sector = Sector

    # That of the form it came by: the same form asks once.
    number = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(
        _("reference"), max_length=8, unique=True, default=new_reference, editable=False
    )
    # A new one revokes the links that were mailed.
    link_stamp = models.CharField(max_length=16, default=new_stamp, editable=False)
    team = models.ForeignKey(
        SupportTeam,
        on_delete=models.PROTECT,
        related_name="requests",
        verbose_name=_("team"),
    )
    kind = models.ForeignKey(
        SupportKind,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("kind"),
    )
    state = models.CharField(
        _("state"), max_length=9, choices=State.choices, default=State.NEW
    )
    language = models.CharField(_("language wanted"), max_length=10, default="fr")
    level = models.ForeignKey(
        SupportLevel,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("level"),
    )
    sector = models.CharField(_("sector"), max_length=14, choices=Sector.choices)
    commune = models.ForeignKey(
        Commune,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("commune"),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("who follows it"),
    )
    outcomes = models.ManyToManyField(
        SupportOutcome, verbose_name=_("results and difficulties"), blank=True
    )
    # The other team it is to go to, once the person has agreed.
    proposed_team = models.ForeignKey(
        SupportTeam,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("team proposed"),
    )
    # Grows with everything the person is told: it tells their mails apart.
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("received"), db_index=True)
    due_on = models.DateField(_("answer announced for"))
    answered_at = models.DateTimeField(_("first answer"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SupportRequestQuerySet.as_manager()

    # « Usage » of a team, a kind or a commune lists no request.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("support request")
        verbose_name_plural = _("support requests")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view", "change")
        indexes = [models.Index(fields=["team", "state"], name="services_support_list")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values),
                name="services_support_known_state",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, closed_at__isnull=True)
                | ~Q(state__in=OPEN) & Q(closed_at__isnull=False),
                name="services_support_what_ended_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(forgotten_at__isnull=True) | Q(closed_at__isnull=False),
                name="services_support_forgotten_once_ended",
            ),
            models.CheckConstraint(
                condition=Q(proposed_team__isnull=True)
                | ~Q(proposed_team=F("team")) & Q(state__in=OPEN),
                name="services_support_proposed_to_another",
            ),
        ]

    def __str__(self):
        return self.reference

    @property
    def is_open(self):
        return self.state in OPEN
