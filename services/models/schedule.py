"""When a service is open: hours of a week, and the days that are otherwise."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey

from portal.core.models import Words
from services.models.location import Location
from services.models.periods import Days, refuse_backwards
from services.models.service import Service

# As iCalendar writes them (RFC 5545, 3.3.10), in the order of date.weekday().
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
A_WEEK = r"^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*\Z"
BOTH_HOURS_OR_NONE = Q(opens_at=None, closes_at=None) | Q(
    opens_at__isnull=False, closes_at__isnull=False
)


class Hours(models.Model):
    """From one hour to another; past midnight where the second comes first."""

    opens_at = models.TimeField(pgettext_lazy("hour", "from"), null=True, blank=True)
    closes_at = models.TimeField(pgettext_lazy("hour", "to"), null=True, blank=True)

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if (self.opens_at is None) != (self.closes_at is None):
            raise ValidationError({"closes_at": _("Give both hours, or none.")})


class Schedule(Hours):
    """The same hours on some days of each week (HSDS ``schedule``)."""

    service = ParentalKey(Service, on_delete=models.CASCADE, related_name="schedules")
    location = models.ForeignKey(
        Location,
        on_delete=models.SET_NULL,
        related_name="schedules",
        verbose_name=_("only at this place"),
        null=True,
        blank=True,
    )
    byday = models.CharField(
        _("days"),
        max_length=20,
        validators=[RegexValidator(A_WEEK, _("Days as MO,TU,WE,TH,FR,SA,SU."))],
    )
    description = Words(
        models.CharField,
        _("what for"),
        max_length=160,
        blank=True,
        help_text=_("Permanence, phone line, by appointment. Empty: open."),
    )
    valid_from = models.DateField(_("from the day"), null=True, blank=True)
    valid_to = models.DateField(_("until the day"), null=True, blank=True)
    open_on_holidays = models.BooleanField(_("also on public holidays"), default=False)
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=BOTH_HOURS_OR_NONE,
                name="services_schedule_has_both_hours",
                violation_error_message=_("Give both hours, or none."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None)
                | Q(valid_to=None)
                | Q(valid_to__gte=F("valid_from")),
                name="services_schedule_days_in_order",
                violation_error_message=_("The last day comes before the first."),
            ),
        ]

    def __str__(self):
        hours = f"{self.opens_at:%H:%M}-{self.closes_at:%H:%M}" if self.opens_at else ""
        return f"{self.byday} {hours}".strip()

    def clean(self):
        super().clean()
        refuse_backwards(self.valid_from, self.valid_to, about="valid_to")

    @property
    def weekdays(self):
        """The numbers of its days, Monday being 0."""
        return {WEEKDAYS.index(day) for day in self.byday.split(",") if day in WEEKDAYS}

    def holds_on(self, day):
        """True when these hours are those of ``day``, holidays apart."""
        return (
            day.weekday() in self.weekdays
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_to is None or day <= self.valid_to)
        )


class ScheduleException(Days, Hours):
    """Days that are not as the week says: closed, or open at other hours."""

    service = ParentalKey(
        Service, on_delete=models.CASCADE, related_name="schedule_exceptions"
    )
    reason = Words(models.CharField, _("why"), max_length=160, blank=True)

    # See ``services.admin.deleting``.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("exception to the hours")
        verbose_name_plural = _("exceptions to the hours")
        ordering = ["from_date", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=BOTH_HOURS_OR_NONE,
                name="services_exception_has_both_hours",
                violation_error_message=_("Give both hours, or none."),
            ),
            models.CheckConstraint(
                condition=Q(to_date__gte=F("from_date")),
                name="services_exception_days_in_order",
                violation_error_message=_("The last day comes before the first."),
            ),
        ]

    def __str__(self):
        return f"{self.from_date} – {self.to_date}"

    @property
    def is_closed(self):
        return self.opens_at is None

    def holds_on(self, day):
        return self.from_date <= day <= self.to_date
