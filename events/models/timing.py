"""When a meeting takes place, in the wall-clock time of Brussels."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

BRUSSELS = ZoneInfo("Europe/Brussels")


class Timing(models.Model):
    """Days and hours as people say them.

    An all-day meeting has dates and no hours; an open-ended one has a first hour and no
    last. Neither is ever written as a midnight.
    """

    class Precision(models.TextChoices):
        DAY = "day", _("the day is known")
        MONTH = "month", _("only the month is known")

    start_date = models.DateField(
        _("first day"),
        help_text=_(
            "Brussels time. This is the only place where the date is written: report, "
            "home page, calendars and e-mails take it from here."
        ),
    )
    start_time = models.TimeField(
        _("first hour"), null=True, blank=True, help_text=_("Empty: the whole day.")
    )
    end_date = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty: the same day.")
    )
    end_time = models.TimeField(
        _("last hour"), null=True, blank=True, help_text=_("Empty: not known yet.")
    )
    date_precision = models.CharField(
        _("precision of the date"),
        max_length=5,
        choices=Precision.choices,
        default=Precision.DAY,
    )
    to_confirm = models.BooleanField(
        _("date or hours to be confirmed"),
        default=False,
        help_text=_("Shown beside the date everywhere, calendars included."),
    )
    # Derived from the facts above when they are saved; the partition rests on it.
    over_at = models.DateTimeField(editable=False, db_index=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("start_date")),
                name="%(app_label)s_%(class)s_last_day_is_not_before_first",
                violation_error_message=_("The last day comes before the first."),
            ),
            models.CheckConstraint(
                condition=Q(end_time__isnull=True) | Q(start_time__isnull=False),
                name="%(app_label)s_%(class)s_last_hour_needs_a_first",
                violation_error_message=_("Give the first hour too."),
            ),
            models.CheckConstraint(
                condition=Q(end_time__isnull=True)
                | Q(end_date__isnull=False, end_date__gt=F("start_date"))
                | Q(end_time__gt=F("start_time")),
                name="%(app_label)s_%(class)s_ends_after_it_starts",
                violation_error_message=_("The meeting ends before it starts."),
            ),
        ]

    def save(self, *args, **kwargs):
        self.over_at = self.ending()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "over_at"}
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if self.start_date and self.end_date and self.end_date < self.start_date:
            raise ValidationError(
                {"end_date": _("The last day comes before the first.")}
            )
        if self.end_time and not self.start_time:
            raise ValidationError({"start_time": _("Give the first hour too.")})
        if self.start_date and self._ends_too_early():
            raise ValidationError({"end_time": _("The meeting ends before it starts.")})

    def _ends_too_early(self):
        one_day = self.last_day == self.start_date
        return bool(one_day and self.end_time and self.end_time <= self.start_time)

    @property
    def last_day(self):
        return self.end_date or self.start_date

    @property
    def is_all_day(self):
        return self.start_time is None

    @property
    def knows_the_day(self):
        return self.date_precision == self.Precision.DAY

    @property
    def machine_start(self):
        """For the ``datetime`` of a ``<time>``: a month, a day, or an instant."""
        if not self.knows_the_day:
            return f"{self.start_date:%Y-%m}"
        if self.is_all_day:
            return self.start_date.isoformat()
        return self.beginning().isoformat(timespec="minutes")

    @property
    def machine_end(self):
        """The last day, or the instant it is over; nothing where it is not known."""
        if self.end_time:
            return self.ending().isoformat(timespec="minutes")
        if self.is_all_day and self.knows_the_day:
            return self.last_day.isoformat()
        return ""

    def beginning(self):
        """The instant it starts; the first instant of the day when it is all day."""
        return _instant(self.start_date, self.start_time or time.min)

    def ending(self):
        """The instant it is over: at its last hour, or when its last day is over."""
        if self.end_time:
            return _instant(self.last_day, self.end_time)
        if not self.knows_the_day:
            return _instant(_first_of_next_month(self.last_day), time.min)
        return _instant(self.last_day + timedelta(days=1), time.min)


def _instant(day, hour):
    return datetime.combine(day, hour, tzinfo=BRUSSELS)


def _first_of_next_month(day):
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
