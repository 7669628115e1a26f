"""Who comes to a meeting, and who waits to: what each person was promised."""

import secrets
import uuid

from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Length, Lower
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Without the signs that are mistaken for one another on paper or on the phone.
UNAMBIGUOUS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_reference():
    return "".join(secrets.choice(UNAMBIGUOUS) for _sign in range(8))


def new_stamp():
    return secrets.token_urlsafe(12)


class Status(models.TextChoices):
    CONFIRMED = "confirmed", _("Confirmed")
    WAITING = "waiting", _("On the waiting list")
    OFFERED = "offered", _("Seat offered")
    CANCELLED = "cancelled", pgettext_lazy("registration", "Cancelled")
    DECLINED = "declined", _("Offer declined")
    EXPIRED = "expired", _("Offer expired")


# What comes to an end is never taken up again: who asks anew registers anew.
LIVE = (Status.CONFIRMED, Status.WAITING, Status.OFFERED)
HOLDING = (Status.CONFIRMED, Status.OFFERED)


class RegistrationQuerySet(models.QuerySet):
    def live(self):
        return self.filter(status__in=LIVE)

    def holding(self):
        """Those whose seat is promised; who stands in for an absentee has no other."""
        return self.filter(status__in=HOLDING, stands_in=False)

    def confirmed(self):
        return self.filter(status=Status.CONFIRMED)

    def waiting(self):
        """Those on the waiting list, who has waited longest first."""
        return self.filter(status=Status.WAITING).order_by("arrived_at", "pk")

    def called(self):
        """Those told that a seat is free for the first of them to accept."""
        return self.filter(status=Status.WAITING, called_at__isnull=False)

    def offered(self):
        return self.filter(status=Status.OFFERED).order_by("offer_until", "pk")

    def present(self):
        # Only the seated are; said so that the queue's index is used.
        return self.confirmed().filter(checked_in_at__isnull=False)

    def walk_ins(self):
        return self.filter(source="walk_in")

    def counted(self, meetings):
        """How many there are at each of ``meetings``, unless none."""
        of_them = self.filter(meeting__in=meetings).order_by()
        return dict(of_them.values_list("meeting").annotate(Count("pk")))


class Registration(models.Model):
    """A person at a meeting, and the seat they hold or wait for."""

    Status = Status

    class Source(models.TextChoices):
        FORM = "form", _("Form")
        TEAM = "team", _("Team")
        WALK_IN = "walk_in", _("At the door")

    meeting = models.ForeignKey(
        "events.Meeting",
        on_delete=models.PROTECT,
        related_name="registrations",
        verbose_name=_("meeting"),
    )
    given_name = models.CharField(_("first name"), max_length=80)
    family_name = models.CharField(_("last name"), max_length=80)
    # Kept in lower case. Empty for who came without one, or was anonymised.
    email = models.EmailField(_("e-mail"), blank=True)
    organisation = models.CharField(_("organisation"), max_length=160)
    role = models.CharField(_("function"), max_length=120, blank=True)
    language = models.CharField(_("language of e-mails"), max_length=10, default="fr")
    question = models.CharField(
        _("question for the presenters"), max_length=500, blank=True
    )
    is_listed = models.BooleanField(_("on the list handed out"), default=False)
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    # The same for what one form registered together.
    booking = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    reference = models.CharField(
        _("reference"),
        max_length=8,
        unique=True,
        default=new_reference,
        editable=False,
    )
    # A new one revokes the links that were mailed.
    link_stamp = models.CharField(max_length=16, default=new_stamp, editable=False)
    source = models.CharField(
        _("source"), max_length=8, choices=Source.choices, default=Source.FORM
    )
    # Took the chair of someone who had not come.
    stands_in = models.BooleanField(default=False, editable=False)

    status = models.CharField(_("status"), max_length=9, choices=Status.choices)
    # Grows with every change the person is told of: it tells their mails apart.
    revision = models.PositiveIntegerField(default=0, editable=False)
    # The order in which people are served; never twice the same in a meeting.
    arrived_at = models.DateTimeField(_("arrived"))
    confirmed_at = models.DateTimeField(null=True, blank=True)
    offered_at = models.DateTimeField(null=True, blank=True)
    offer_until = models.DateTimeField(_("offer held until"), null=True, blank=True)
    offer_reminded_at = models.DateTimeField(null=True, blank=True)
    called_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    checked_in_at = models.DateTimeField(_("checked in"), null=True, blank=True)
    anonymised_at = models.DateTimeField(null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["arrived_at", "pk"]
        # Seeing participants is « view », acting for them « change ».
        permissions = [
            ("export_registration", _("Can export registrations")),
            ("check_in_registration", _("Can check in at the door")),
        ]
        indexes = [
            models.Index(
                fields=["meeting", "status", "arrived_at"], name="events_queue"
            ),
            models.Index(
                fields=["offer_until"],
                condition=Q(status="offered"),
                name="events_running_offers",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                "meeting",
                Lower("email"),
                condition=Q(status__in=LIVE) & ~Q(email=""),
                name="events_one_live_registration_per_email",
            ),
            models.UniqueConstraint(
                fields=["meeting", "arrived_at"], name="events_one_order_of_arrival"
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values),
                name="events_registration_known_status",
            ),
            models.CheckConstraint(
                condition=Q(status="offered", offer_until__isnull=False)
                | ~Q(status="offered") & Q(offer_until__isnull=True),
                name="events_an_offer_has_an_end",
            ),
            models.CheckConstraint(
                condition=~Q(status="confirmed") | Q(confirmed_at__isnull=False),
                name="events_a_confirmation_has_a_date",
            ),
            models.CheckConstraint(
                condition=Q(status__in=LIVE, ended_at__isnull=True)
                | ~Q(status__in=LIVE) & Q(ended_at__isnull=False),
                name="events_what_ended_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(called_at__isnull=True) | Q(status="waiting"),
                name="events_only_who_waits_is_called",
            ),
            models.CheckConstraint(
                condition=Q(checked_in_at__isnull=True) | Q(status="confirmed"),
                name="events_only_the_seated_are_checked_in",
            ),
            models.CheckConstraint(
                condition=Q(stands_in=False) | Q(source="walk_in"),
                name="events_only_walk_ins_stand_in",
            ),
            # SQLite does not measure texts by itself.
            models.CheckConstraint(
                condition=Q(LessThanOrEqual(Length("given_name"), 80))
                & Q(LessThanOrEqual(Length("family_name"), 80))
                & Q(LessThanOrEqual(Length("email"), 254))
                & Q(LessThanOrEqual(Length("organisation"), 160))
                & Q(LessThanOrEqual(Length("role"), 120))
                & Q(LessThanOrEqual(Length("question"), 500)),
                name="events_registration_texts_are_short",
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.organisation})" if self.organisation else self.name

    def save(self, *args, **kwargs):
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)

    @property
    def name(self):
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def is_live(self):
        return self.status in LIVE

    @property
    def holds_a_seat(self):
        return self.status in HOLDING and not self.stands_in
