from datetime import date

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.models.meeting import Meeting
from portal.core import when
from portal.core.forms import AddressForm
from portal.core.models import Commune, Theme


class AgendaFilter(AddressForm):
    """Which part of the agenda; its addresses can be shared and subscribed to."""

    keys = {
        "theme": pgettext_lazy("key in an address", "theme"),
        "kind": pgettext_lazy("key in an address", "kind"),
        "commune": pgettext_lazy("key in an address", "commune"),
        "month": pgettext_lazy("key in an address", "month"),
    }

    theme = forms.ModelChoiceField(
        Theme.objects.none(),
        to_field_name="code",
        required=False,
        label=_("Theme"),
        empty_label=_("All themes"),
    )
    kind = forms.ChoiceField(required=False, label=_("Kind"))
    commune = forms.ModelChoiceField(
        Commune.objects.none(),
        to_field_name="slug",
        required=False,
        label=_("Commune"),
        empty_label=_("All communes"),
    )
    month = forms.ChoiceField(required=False, label=_("Month"))

    def __init__(self, data=None, *, meetings):
        """``meetings`` are those to choose from; only what finds some is offered."""
        super().__init__(data)
        self.meetings = meetings
        self.fields["theme"].queryset = _themes_of(meetings)
        self.fields["commune"].queryset = Commune.objects.filter(
            pk__in=meetings.order_by().values("venue__commune")
        )
        self.fields["kind"].choices = [("", _("All kinds")), *_kinds_of(meetings)]
        self.fields["month"].choices = [("", _("All months")), *_months_of(meetings)]
        for field in self.fields.values():
            field.widget.attrs["class"] = "in"

    @property
    def found(self):
        """The meetings asked for; a filter nobody can read is left out."""
        meetings = self.meetings
        if theme := self.value("theme"):
            meetings = meetings.about(theme)
        if kind := self.value("kind"):
            meetings = meetings.filter(kind=kind)
        if commune := self.value("commune"):
            meetings = meetings.filter(venue__commune=commune)
        if month := self.value("month"):
            meetings = meetings.in_month(date.fromisoformat(f"{month}-01"))
        return meetings

    @property
    def is_active(self):
        self.is_valid()
        return bool(self.errors) or any(self.cleaned_data.values())


def _themes_of(meetings):
    plain = meetings.order_by()
    return Theme.objects.filter(
        Q(pk__in=plain.values("themes")) | Q(pk__in=plain.values("concertation__theme"))
    )


def _kinds_of(meetings):
    used = set(meetings.order_by().values_list("kind", flat=True).distinct())
    return [choice for choice in Meeting.Kind.choices if choice[0] in used]


def _months_of(meetings):
    days = meetings.order_by().dates("start_date", "month")
    return [(f"{day:%Y-%m}", when.month(day)) for day in days]
