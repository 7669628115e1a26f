"""A new date for a training: a meeting of its kind, then the screen of that meeting."""

from django import forms
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View
from wagtail.admin import messages
from wagtail.admin.views.generic import PermissionCheckedMixin

from events.models import Meeting
from services.admin.inputs import day_input, hour_input
from trainings import planning
from trainings.models import Training

EDIT_MEETING = "wagtailsnippets_events_meeting:edit"


class SessionForm(forms.ModelForm):
    class Meta:
        model = Meeting
        fields = ("start_date", "start_time", "end_time", "venue", "mode", "capacity")
        widgets = {
            "start_date": day_input(),
            "start_time": hour_input(),
            "end_time": hour_input(),
        }


class NewSessionView(PermissionCheckedMixin, SingleObjectMixin, View):
    model = Training
    permission_required = "change"
    http_method_names = ["get", "post"]

    def get(self, request, pk):
        return self._show(SessionForm())

    def post(self, request, pk):
        form = SessionForm(request.POST)
        if not form.is_valid():
            return self._show(form)
        session = planning.add_session(self.get_object(), form.instance)
        messages.success(
            request,
            _("The session is there, as a meeting: complete it, then announce it."),
        )
        return redirect(EDIT_MEETING, session.meeting_id)

    def _show(self, form):
        context = {"training": self.get_object(), "form": form}
        return render(self.request, "trainings/admin/new_session.html", context)
