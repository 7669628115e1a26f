"""A file of the participants, with the columns one chooses."""

from functools import cached_property

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events import exports
from events.admin.participants.forms import ExportForm
from events.admin.participants.screen import CHANGE, EXPORT, MeetingScreen
from events.participants import Participants

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class ExportScreen(MeetingScreen):
    """Asks which columns; the file is the answer to a POST, so no link leads to it."""

    permission = EXPORT
    page_title = gettext_lazy("Export")
    header_icon = "download"
    template_name = "events/admin/participants/act.html"

    @property
    def trail(self):
        return [*super().trail, (self.back, _("Participants"))]

    @cached_property
    def columns(self):
        return exports.columns(self.meeting, with_needs=self.may(CHANGE))

    def post(self, request, *args, **kwargs):
        form = ExportForm(request.POST, columns=self.columns)
        if form.is_valid():
            return self._file(form)
        messages.validation_error(request, _("Nothing was exported."), form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        form = kwargs.pop("form", None) or ExportForm(columns=self.columns)
        words = _(
            "The file holds personal data: keep it where only the team reads it, and "
            "delete it after use. Who exports which columns and when is noted here."
        )
        texts = {"form": form, "words": words, "button": _("Download")}
        return {**super().get_context_data(**kwargs), **texts}

    def _file(self, form):
        which, kind = form.cleaned_data["which"], form.cleaned_data["kind"]
        chosen = form.chosen
        people = exports.rows(Participants(self.meeting), which)
        day = f"{self.meeting.start_date:%Y-%m-%d}"
        content = exports.file_of(
            people,
            chosen=chosen,
            kind=kind,
            title=_("Registrations %(day)s") % {"day": day},
        )
        exports.note(
            self.meeting,
            by=self.request.user,
            chosen=chosen,
            which=which,
            rows=len(people),
            kind=kind,
        )
        name = f"{_('registrations')}-{day}.{kind}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(content, content_type=TYPES[kind], headers=headers)
