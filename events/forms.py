from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.models.concertation import Cycle
from events.models.meeting import Meeting
from portal.core import when
from portal.core.forms import AddressForm
from portal.core.models import Bassin, Commune, Theme


class MonthField(forms.Field):
    """A month written « 2026-01 »; its value is the first day."""

    default_error_messages = {"invalid": _("There is no such month.")}

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            return date.fromisoformat(f"{value}-01")
        except ValueError as error:
            message = self.error_messages["invalid"]
            raise ValidationError(message, code="invalid") from error

    def prepare_value(self, value):
        return f"{value:%Y-%m}" if isinstance(value, date) else value


class MeetingFilter(AddressForm):
    """Which meetings; its addresses can be shared and subscribed to.

    Whatever exists may be asked for, today and in ten years.
    """

    keys = {
        "theme": pgettext_lazy("key in an address", "theme"),
        "kind": pgettext_lazy("key in an address", "kind"),
        "commune": pgettext_lazy("key in an address", "commune"),
        "month": pgettext_lazy("key in an address", "month"),
        "bassin": pgettext_lazy("key in an address", "bassin"),
        "concertation": pgettext_lazy("key in an address", "concertation"),
        "cycle": pgettext_lazy("key in an address", "cycle"),
    }

    theme = forms.ModelChoiceField(
        Theme.objects.all(),
        to_field_name="code",
        required=False,
        label=_("Theme"),
        error_messages={"invalid_choice": _("There is no such theme.")},
    )
    kind = forms.ChoiceField(
        choices=Meeting.Kind.choices,
        required=False,
        label=_("Kind"),
        error_messages={"invalid_choice": _("There is no such kind.")},
    )
    commune = forms.ModelChoiceField(
        Commune.objects.all(),
        to_field_name="slug",
        required=False,
        label=_("Commune"),
        error_messages={"invalid_choice": _("There is no such commune.")},
    )
    month = MonthField(required=False, label=_("Month"))

    def among(self, meetings):
        """Those asked for; a filter nobody can read is left out."""
        if theme := self.value("theme"):
            meetings = meetings.about(theme)
        if kind := self.value("kind"):
            meetings = meetings.filter(kind=kind)
        if commune := self.value("commune"):
            meetings = meetings.filter(venue__commune=commune)
        if month := self.value("month"):
            meetings = meetings.in_month(month)
        return meetings

    @property
    def chosen(self):
        """The names of what was asked for, e.g. « Santé mentale », « Etterbeek »."""
        return self.names()

    def names(self, *, without=""):
        asked = [self.value(name) for name in self.fields if name != without]
        return [str(_choice(value)[1]) for value in asked if value is not None]

    @property
    def is_active(self):
        self.is_valid()
        return bool(self.errors) or any(self.cleaned_data.values())


class AgendaFilter(MeetingFilter):
    """Which part of the agenda; only what finds a meeting is offered."""

    def __init__(self, data=None, *, meetings, entries):
        """``meetings``, and ``entries`` of partners, are those to choose from."""
        super().__init__(data)
        self.meetings = meetings
        self.entries = entries
        self._offer("theme", _("All themes"), _themes_of(meetings, entries))
        self._offer("kind", _("All kinds"), _kinds_of(meetings))
        self._offer("commune", _("All communes"), _communes_of(meetings, entries))
        self._offer("month", _("All months"), _months_of(meetings, entries))

    def _offer(self, name, everything, choices):
        """What finds something, and what was asked for, so that it stays in sight."""
        widget = forms.Select(attrs={"class": "in"})
        asked = self.value(name)
        if asked is not None and self.fields[name].prepare_value(asked) not in dict(
            choices
        ):
            choices = [*choices, _choice(asked)]
        widget.choices = [("", everything), *choices]
        widget.attrs.update(self.fields[name].widget_attrs(widget))
        self.fields[name].widget = widget

    @property
    def found(self):
        return self.among(self.meetings)

    @property
    def found_entries(self):
        """Those of partners; they are of none of the kinds the portal knows."""
        if self.value("kind"):
            return self.entries.none()
        entries = self.entries
        if theme := self.value("theme"):
            entries = entries.about(theme)
        if commune := self.value("commune"):
            entries = entries.in_communes(commune)
        if month := self.value("month"):
            entries = entries.in_month(month)
        return entries


# Said by calendars and programs; the page of the agenda shows everything instead.
REFUSALS = {
    "theme": _("This theme does not exist."),
    "kind": _("This kind does not exist."),
    "commune": _("This commune does not exist."),
    "month": _("This month does not exist."),
}


class FeedFilter(MeetingFilter):
    """Which meetings a calendar holds: as the agenda, and by bassin or by series."""

    bassin = forms.ModelChoiceField(
        Bassin.objects.all(),
        to_field_name="code",
        required=False,
        label=_("Bassin"),
        error_messages={"invalid_choice": _("There is no such bassin.")},
    )
    # The theme it works on: pages are renamed, subscriptions stay.
    concertation = forms.ModelChoiceField(
        Theme.objects.all(),
        to_field_name="code",
        required=False,
        label=_("Concertation"),
        error_messages={"invalid_choice": _("There is no such concertation.")},
    )
    cycle = forms.CharField(required=False, max_length=20, label=_("Cycle"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name in REFUSALS:
                said = dict.fromkeys(("invalid", "invalid_choice"), REFUSALS[name])
                field.error_messages.update(said)

    def clean(self):
        cleaned = super().clean()
        for name in self.fields:
            key = self.add_prefix(name)
            # The last of several alone would leave out what was asked for.
            if hasattr(self.data, "getlist") and len(self.data.getlist(key)) > 1:
                self.add_error(name, _("Give one value only."))
        return cleaned

    def clean_cycle(self):
        season = self.cleaned_data["cycle"]
        if season and not Cycle.objects.filter(season=season).exists():
            raise ValidationError(_("There is no such cycle."), code="invalid_choice")
        return season

    def among(self, meetings):
        meetings = super().among(meetings)
        if bassin := self.value("bassin"):
            meetings = meetings.in_bassin(bassin)
        if theme := self.value("concertation"):
            meetings = meetings.filter(concertation__theme=theme)
        if season := self.value("cycle"):
            meetings = meetings.filter(cycle__season=season)
        return meetings


class SavedNotice(AddressForm):
    """Whether a page was come back to after something was saved."""

    QUERY = "saved=1"
    saved = forms.BooleanField(required=False)

    @property
    def is_saved(self):
        return bool(self.value("saved"))


def _choice(value):
    """The value of an address and the words for it, of something asked for."""
    if isinstance(value, Theme | Bassin):
        return value.code, value.name
    if isinstance(value, Commune):
        return value.slug, value.name
    if isinstance(value, date):
        return f"{value:%Y-%m}", when.month(value)
    return value, dict(Meeting.Kind.choices).get(value, value)


def _themes_of(meetings, entries):
    plain = meetings.order_by()
    used = (
        Q(pk__in=plain.values("themes"))
        | Q(pk__in=plain.values("concertation__theme"))
        | Q(pk__in=entries.values("theme"))
        | Q(pk__in=entries.filter(theme=None).values("calendar__theme"))
    )
    return [_choice(theme) for theme in Theme.objects.filter(used)]


def _communes_of(meetings, entries):
    used = (
        Q(pk__in=meetings.order_by().values("venue__commune"))
        | Q(pk__in=entries.values("own_commune"))
        | Q(pk__in=entries.filter(own_commune=None).values("commune"))
    )
    return [_choice(commune) for commune in Commune.objects.filter(used)]


def _kinds_of(meetings):
    used = set(meetings.order_by().values_list("kind", flat=True).distinct())
    return [choice for choice in Meeting.Kind.choices if choice[0] in used]


def _months_of(meetings, entries):
    days = {
        day
        for records in (meetings.order_by(), entries.order_by())
        for day in records.dates("start_date", "month")
    }
    return [_choice(day) for day in sorted(days)]
