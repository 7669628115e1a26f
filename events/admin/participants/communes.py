"""From which commune each organisation works, said once for all meetings."""

from functools import cached_property

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events import participants
from events.admin.participants.forms import CommunesForm
from events.admin.participants.screen import CHANGE, MeetingScreen


class CommunesScreen(MeetingScreen):
    permission = CHANGE
    page_title = gettext_lazy("Communes of the organisations")
    template_name = "events/admin/participants/act.html"

    @property
    def trail(self):
        return [*super().trail, (self.back, _("Participants"))]

    @cached_property
    def organisations(self):
        found = participants.Participants(self.meeting).organisations
        return [organisation for organisation in found if organisation.key]

    def post(self, request, *args, **kwargs):
        form = CommunesForm(request.POST, organisations=self.organisations)
        if form.is_valid():
            participants.place(form.communes)
            messages.success(request, _("The communes are kept."))
            return redirect(self.back)
        messages.validation_error(request, _("Nothing was changed."), form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        form = kwargs.pop("form", None)
        words = _(
            "Nobody is asked for it when they register: say it once for each "
            "organisation, and every meeting counts with it."
        )
        return {
            **super().get_context_data(**kwargs),
            "form": form or CommunesForm(organisations=self.organisations),
            "words": words,
            "button": _("Save"),
        }
