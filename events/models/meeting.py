import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from events.models.attendance import Attendance
from events.models.concertation import Concertation, Cycle
from events.models.correspondence import Correspondence
from events.models.keeping import Keeping
from events.models.places import Places
from events.models.registration import Registration
from events.models.standing import Standing
from events.models.timing import Timing
from events.models.whereabouts import Whereabouts
from portal.core import when
from portal.core.models import Theme
from services.models import AideMemoireEdition, Need


class MeetingQuerySet(models.QuerySet):
    """Every meeting is either upcoming or past, never both and never neither."""

    def upcoming(self, now=None):
        """Not over yet, the next one first; a meeting in progress is upcoming."""
        return self.filter(over_at__gt=now or timezone.now()).in_order()

    def past(self, now=None):
        """Over, the latest first."""
        return self.filter(over_at__lte=now or timezone.now()).in_order().reverse()

    def about(self, theme):
        """Those of the theme, their own or their concertation's."""
        return self.filter(Q(themes=theme) | Q(concertation__theme=theme)).distinct()

    def to_learn(self):
        return self.filter(kind__in=self.model.LEARNING)

    def in_bassin(self, bassin):
        """Those of its concertations, and those that take place there."""
        there = Q(venue__commune__bassin=bassin, concertation=None)
        return self.filter(Q(concertation__bassin=bassin) | there)

    def in_month(self, first_day):
        """Those that begin in the month of ``first_day``."""
        return self.filter(
            start_date__year=first_day.year, start_date__month=first_day.month
        )

    def in_order(self):
        return self.order_by("start_date", "start_time", "pk")

    def with_subjects(self):
        """When, where and what about, in two queries; nothing of seats."""
        return self.select_related(
            "venue__commune", "concertation__theme", "concertation__bassin", "cycle"
        ).prefetch_related("themes")

    def with_attendance(self):
        """Who came, without a question for each meeting."""
        present = Registration.objects.present()
        return self.annotate(
            checked_in=_count_of(present),
            checked_in_walk_ins=_count_of(present.walk_ins()),
        )

    def with_facts(self):
        """All that a line of the agenda shows, in a fixed number of queries."""
        return (
            self.with_subjects()
            .prefetch_related("needs")
            .with_attendance()
            .annotate(
                held_seats=_count_of(Registration.objects.holding()),
                called_people=_count_of(Registration.objects.called()),
            )
        )

    def following(self, meeting):
        """What came after ``meeting`` in its cycle, or in its concertation."""
        series = (
            {"cycle": meeting.cycle_id}
            if meeting.cycle_id
            else {"concertation": meeting.concertation_id}
        )
        return self.filter(start_date__gt=meeting.start_date, **series).in_order()


def _count_of(registrations):
    """How many of ``registrations`` each meeting has, without joining them."""
    of_the_meeting = registrations.filter(meeting=OuterRef("pk")).order_by()
    counts = of_the_meeting.values("meeting").annotate(count=Count("pk"))
    return Coalesce(Subquery(counts.values("count")), 0)


class Meeting(
    Timing,
    Standing,
    Whereabouts,
    Places,
    Attendance,
    Correspondence,
    Keeping,
    ClusterableModel,
):
    """Where and when people meet, and how many fit.

    These facts hold in every language, so they live here once; the words about a
    meeting live on its pages, one page per language.
    """

    class Kind(models.TextChoices):
        CONCERTATION = "concertation", _("Thematic concertation")
        TRAINING = "formation", _("Training")
        INTERVISION = "intervision", _("Intervision")
        SUPERVISION = "supervision", _("Supervision")
        EXPERTISE = "partage-expertise", _("Sharing of expertise")
        OPEN_WEEK = "portes-ouvertes", _("Open-door week")
        WORKSHOP = "atelier", _("Workshop")

    # Where one learns something, or from one another.
    LEARNING = (Kind.TRAINING, Kind.INTERVISION, Kind.SUPERVISION, Kind.EXPERTISE)

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, default=Kind.CONCERTATION
    )
    concertation = models.ForeignKey(
        Concertation,
        on_delete=models.PROTECT,
        related_name="meetings",
        verbose_name=_("concertation"),
        null=True,
        blank=True,
    )
    reunion_number = models.PositiveSmallIntegerField(
        _("réunion #"), null=True, blank=True
    )
    cycle = models.ForeignKey(
        Cycle,
        on_delete=models.PROTECT,
        related_name="meetings",
        verbose_name=_("cycle"),
        null=True,
        blank=True,
    )
    cycle_rank = models.PositiveSmallIntegerField(
        _("morning n of the cycle"), null=True, blank=True
    )
    themes = models.ManyToManyField(
        Theme, related_name="meetings", verbose_name=_("themes"), blank=True
    )
    needs = models.ManyToManyField(
        Need, related_name="meetings", verbose_name=_("needs"), blank=True
    )
    editions = models.ManyToManyField(
        AideMemoireEdition,
        related_name="meetings",
        verbose_name=_("aide-mémoires handed out"),
        blank=True,
    )
    is_example = models.BooleanField(
        _("example (fictional)"),
        default=False,
        help_text=_("Marked « exemple » on screen and in calendars."),
    )
    sequence = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["start_date", "start_time", "pk"]
        constraints = [
            *Timing.Meta.constraints,
            *Keeping.Meta.constraints,
            models.UniqueConstraint(
                fields=["cycle", "cycle_rank"],
                name="events_meeting_one_place_in_its_cycle",
                violation_error_message=_(
                    "Another morning has this place in the cycle."
                ),
            ),
            models.UniqueConstraint(
                fields=["concertation", "reunion_number"],
                name="events_meeting_one_number_in_its_concertation",
                violation_error_message=_("Another réunion has this number."),
            ),
            models.CheckConstraint(
                condition=Q(cycle__isnull=True, cycle_rank__isnull=True)
                | Q(cycle__isnull=False, cycle_rank__isnull=False),
                name="events_meeting_cycle_and_rank_go_together",
                violation_error_message=_("Give the cycle and the place in it."),
            ),
        ]

    def __str__(self):
        facts = [self.day_words, self.series or self.get_kind_display()]
        if self.concertation:
            facts.append(str(self.concertation.theme))
        return ", ".join(str(fact) for fact in facts)

    def clean(self):
        super().clean()
        if self.cycle and self.concertation_id != self.cycle.concertation_id:
            raise ValidationError(
                {"cycle": _("This cycle belongs to another concertation.")}
            )

    @property
    def theme(self):
        """The theme a line of the agenda is coloured by."""
        if self.concertation:
            return self.concertation.theme
        return next(iter(self.themes.all()), None)

    @property
    def series(self):
        """« Réunion #2 » of a concertation, « Matinée 1/3 » of a cycle, or nothing."""
        if self.cycle_rank:
            return gettext("Morning %(rank)s/%(count)s") % {
                "rank": self.cycle_rank,
                "count": self.cycle.planned_meetings,
            }
        if self.reunion_number:
            return gettext("Réunion #%(number)s") % {"number": self.reunion_number}
        return ""

    @property
    def day_words(self):
        """« mardi 20 janvier 2026 », « septembre 2024 »"""
        if not self.knows_the_day:
            return when.month(self.start_date)
        return when.days(self.start_date, self.end_date)

    @property
    def short_month(self):
        return when.short_month(self.start_date)

    @property
    def hour_words(self):
        """« de 9 h à 13 h »"""
        return when.hours(self.start_time, self.end_time)
