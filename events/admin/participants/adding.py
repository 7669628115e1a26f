"""Registering somebody who called."""

from django.conf import settings
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events import team
from events.admin.participants.forms import AddForm
from events.admin.participants.screen import ADD, MeetingScreen, url_of
from events.models import Registration
from events.refusals import AlreadyThereError, RefusedError

Status = Registration.Status


class AddScreen(MeetingScreen):
    permission = ADD
    page_title = gettext_lazy("Register someone")
    template_name = "events/admin/participants/act.html"

    @property
    def trail(self):
        return [*super().trail, (self.back, _("Participants"))]

    def post(self, request, *args, **kwargs):
        form = AddForm(request.POST, meeting=self.meeting)
        if form.is_valid():
            try:
                return self._added(self._add(form))
            except AlreadyThereError as refused:
                form.add_error("email", str(refused.message))
            except team.WouldWaitError as refused:
                form.add_error("may_wait", str(refused.message))
            except RefusedError as refused:
                form.add_error(None, str(refused.message))
        messages.validation_error(request, _("Nobody was registered."), form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        new = {"language": settings.LANGUAGE_CODE}
        form = kwargs.pop("form", None) or AddForm(initial=new, meeting=self.meeting)
        return {
            **super().get_context_data(**kwargs),
            "form": form,
            "words": self._room_words(),
            "button": _("Register someone"),
        }

    def _add(self, form):
        return team.add(
            self.meeting,
            person=form.person,
            agrees_to_wait=form.cleaned_data["may_wait"],
            by=self.request.user,
            note=form.cleaned_data["note"],
            now=self.now,
        )

    def _added(self, registration):
        if registration.status == Status.WAITING:
            words = _("%(name)s is on the waiting list.")
        else:
            words = _("%(name)s has a confirmed seat.")
        messages.success(self.request, words % {"name": registration.name})
        # Who may only add does not read the list.
        if self.may("events.view_registration"):
            return redirect(url_of("registration", registration.pk))
        return redirect(url_of("add_participant", self.meeting.pk))

    def _room_words(self):
        free = self.meeting.free_places
        if free == 0:
            return _("No seat is left: the person would go on the waiting list.")
        return ""
