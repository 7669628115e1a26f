import django_filters
from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from events.models import Concertation, Meeting
from portal.core.models import Commune, Theme

SEARCHED = (
    "event_pages__title",
    "event_pages__draft_title",
    "report_pages__title",
    "venue__name_fr",
    "venue__street",
    "venue__commune__name_fr",
    "concertation__theme__name_fr",
    "start_date",
)


def find(meetings, query):
    """Those where every word of ``query`` is found, in a title, a place or a date."""
    for word in query.split():
        found = Q()
        for name in SEARCHED:
            found |= Q(**{f"{name}__icontains": word})
        meetings = meetings.filter(pk__in=Meeting.objects.filter(found).values("pk"))
    return meetings


def choices(label, values, **kwargs):
    return django_filters.ChoiceFilter(
        label=label,
        choices=values,
        empty_label=_("All"),
        widget=forms.RadioSelect,
        **kwargs,
    )


class MeetingFilterSet(WagtailFilterSet):
    when = choices(
        _("When"),
        [("upcoming", _("Upcoming")), ("past", _("Past"))],
        method="in_time",
    )
    kind = choices(_("Kind"), Meeting.Kind.choices)
    status = choices(_("Status"), Meeting.Status.choices)
    theme = django_filters.ModelChoiceFilter(
        label=_("Theme"), queryset=Theme.objects.all(), method="about"
    )
    commune = django_filters.ModelChoiceFilter(
        label=_("Commune"),
        queryset=Commune.objects.all(),
        field_name="venue__commune",
    )
    concertation = django_filters.ModelChoiceFilter(
        label=_("Concertation"), queryset=Concertation.objects.all()
    )

    class Meta:
        model = Meeting
        fields = []

    def in_time(self, meetings, name, value):
        now = timezone.now()
        over = Q(over_at__lte=now)
        return meetings.filter(over if value == "past" else ~over)

    def about(self, meetings, name, theme):
        return meetings.filter(pk__in=Meeting.objects.about(theme).values("pk"))
