"""Importing services: send a file, read what it would do, then decide."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic.edit import View
from wagtail.admin import messages

from services.columns import CHILDREN, CODES, CSV
from services.importing import plan, reading, report, writing
from services.models import PendingImport

# What a file does is done without review; so it takes the right to publish.
MAY_IMPORT = (
    "services.add_service",
    "services.change_service",
    "services.publish_service",
)
LIST = "wagtailsnippets_services_service:list"
SHOWN = 200


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "CSV, one line per service at location, or HSDS JSON. Nothing is stored "
            "before you have seen what would change."
        ),
    )

    def clean_file(self):
        """The file itself, once it was understood as a whole."""
        sent = self.cleaned_data["file"]
        if sent.size > reading.LARGEST_FILE_BYTES:
            words = _("This file is too large: make several of it.")
            raise forms.ValidationError(words)
        self.data_sent = sent.read()
        try:
            reading.read(self.data_sent)
        except reading.UnreadableFileError as refused:
            raise forms.ValidationError(refused.message) from refused
        return sent


class MayImport(View):
    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perms(MAY_IMPORT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class SendView(MayImport):
    def get(self, request):
        return self._show(FileForm())

    def post(self, request):
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._show(form)
        PendingImport.objects.filter(by=request.user).delete()
        pending = PendingImport.objects.create(
            name=form.cleaned_data["file"].name[:255],
            data=form.data_sent,
            by=request.user,
        )
        return redirect("services_import_report", pending.pk)

    def _show(self, form):
        context = {"form": form, "columns": [column.name for column in CSV]}
        context["codes"] = list(CODES)
        context["rows"] = {name: ", ".join(CHILDREN[name].columns) for name in CHILDREN}
        return render(self.request, "services/admin/import.html", context)


class ReportView(MayImport):
    """What the file would do; posting to it does that, all of it or nothing."""

    def get(self, request, pk):
        return self._show(self._pending(pk))

    def post(self, request, pk):
        pending = self._pending(pk)
        try:
            written = writing.write(_plan_of(pending), by=request.user)
        except writing.RefusedFileError as refused:
            messages.error(request, _("Nothing was stored."))
            return self._show(pending, refused.refusals)
        pending.delete()
        count = len(written)
        words = ngettext(
            "%(count)s service was stored.", "%(count)s services were stored.", count
        )
        messages.success(request, words % {"count": count})
        return redirect(LIST)

    def _pending(self, pk):
        return get_object_or_404(PendingImport, pk=pk, by=self.request.user)

    def _show(self, pending, refusals=()):
        planned = _plan_of(pending)
        planned.refusals.extend(refusals)
        context = {
            "pending": pending,
            "plan": planned,
            "summary": report.summary(planned),
            "creations": planned.creations[:SHOWN],
            "updates": [_update(one) for one in planned.updates[:SHOWN]],
            "refusals": planned.refusals[:SHOWN],
        }
        return render(self.request, "services/admin/import_report.html", context)


def _plan_of(pending):
    return plan.of(*reading.read(bytes(pending.data)))


def _update(update):
    changes = [
        (change.column, report.shown(change.before), report.shown(change.after))
        for change in update.changes
    ]
    return {"line": update.entry.line, "service": update.service, "changes": changes}


def urls():
    return [
        path("services/import/", SendView.as_view(), name="services_import"),
        path(
            "services/import/<int:pk>/",
            ReportView.as_view(),
            name="services_import_report",
        ),
    ]
