"""Beside the date of a meeting: what is held that half-day, as the date changes."""

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.generic.edit import View
from wagtail.admin.panels import Panel
from wagtail.admin.views.generic import PermissionCheckedMixin

from events import double_booking
from events.models import Concertation, Meeting, Venue
from portal.core.models import Theme

RESULT = "events/admin/double_booking.html"


class ThemesField(forms.ModelMultipleChoiceField):
    def clean(self, value):
        try:
            return super().clean(value)
        except OverflowError as error:
            # SQLite holds no such number, and Django asks it all the same.
            raise ValidationError("no such theme") from error


class DoubleBookingForm(forms.Form):
    """The fields of the meeting's screen that say when, where and what about."""

    start_date = forms.DateField()
    start_time = forms.TimeField(required=False)
    end_date = forms.DateField(required=False)
    end_time = forms.TimeField(required=False)
    venue = forms.ModelChoiceField(Venue.objects.all(), required=False)
    concertation = forms.ModelChoiceField(Concertation.objects.all(), required=False)
    themes = ThemesField(Theme.objects.all(), required=False)
    meeting = forms.ModelChoiceField(Meeting.objects.all(), required=False)

    def clean(self):
        data = super().clean()
        start, end = data.get("start_date"), data.get("end_date")
        if start and end and end < start:
            raise ValidationError({"end_date": "before the first day"})
        return data

    def held(self, now):
        """What clashes; None where the answers do not say what to look for."""
        if not self.is_valid():
            return None
        facts = self.cleaned_data
        days = ("start_date", "start_time", "end_date", "end_time")
        return clashes(
            Meeting(**{name: facts[name] for name in days}),
            venue=facts["venue"],
            themes=double_booking.themes_of(facts["concertation"], facts["themes"]),
            now=now,
            besides=facts["meeting"] and facts["meeting"].pk,
        )


def clashes(meeting, *, venue, themes, now, besides):
    """None where neither a commune nor a theme is known yet."""
    commune = venue.commune if venue else None
    if not (commune or themes):
        return None
    return double_booking.held(
        meeting, commune=commune, themes=themes, now=now, besides=besides
    )


class DoubleBookingView(PermissionCheckedMixin, View):
    model = Meeting
    any_permission_required = ["add", "change"]
    http_method_names = ["get"]

    def get(self, request):
        form = DoubleBookingForm(request.GET)
        answer = render(request, RESULT, {"held": form.held(timezone.now())})
        answer["Cache-Control"] = "private, no-store"
        return answer


class DoubleBookingPanel(Panel):
    """What is held at the saved date; a script asks again as the date changes."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/double_booking_panel.html"

        class Media:
            js = ["portal/admin/double-booking.js"]

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["meeting"] = self.instance
            context["url"] = reverse("wagtailsnippets_events_meeting:double_booking")
            context["held"] = self._held() if self.instance.pk else None
            return context

        def _held(self):
            meeting = self.instance
            return clashes(
                meeting,
                venue=meeting.venue,
                themes=double_booking.themes_of(
                    meeting.concertation, meeting.themes.all()
                ),
                now=timezone.now(),
                besides=meeting.pk,
            )
