"""The catalogue as a file: sent back, and taken in once it was read what it does."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic.edit import View
from wagtail.admin import messages

from services.importing import csv_file
from trainings.importing import columns, plan, table, writing

# What a file does is done at once, and may make trainings public.
MAY_IMPORT = (
    "trainings.add_training",
    "trainings.change_training",
    "trainings.publish_training",
)
LIST = "wagtailsnippets_trainings_training:list"


class FileForm(forms.Form):
    """A file to look at, then to store: sent as a file, then as what was kept."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy(
            "CSV, one line per training. Nothing is stored before you have seen what "
            "would change."
        ),
    )
    kept = forms.CharField(
        required=False,
        strip=False,
        max_length=plan.LARGEST,
        widget=forms.HiddenInput,
    )
    plan = None

    def clean(self):
        said = super().clean()
        file, kept = said.get("file"), said.get("kept")
        if file is None and not kept:
            raise forms.ValidationError({"file": _("Choose a file.")})
        try:
            if file and file.size > plan.LARGEST:
                raise plan.too_large()
            data = file.read() if file else kept.encode()
            self.plan = plan.of(data)
            said["kept"] = csv_file.text_of(data)
        except csv_file.UnreadableFileError as refused:
            raise forms.ValidationError({"file": refused.message}) from refused
        return said

    @property
    def is_confirmed(self):
        """Whether what is sent was looked at: it comes back without its file."""
        return self.cleaned_data["file"] is None and self.plan.does_something


class MayImport(View):
    http_method_names = ["get", "post"]

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perms(MAY_IMPORT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ImportView(MayImport):
    def get(self, request):
        return self._show(FileForm())

    def post(self, request):
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid() or not form.is_confirmed:
            return self._show(form)
        try:
            count = writing.write(form.plan)
        except writing.RefusedFileError as refused:
            form.plan.refusals.extend(refused.refusals)
            return self._show(form)
        words = ngettext(
            "%(count)s training was stored.", "%(count)s trainings were stored.", count
        )
        messages.success(request, words % {"count": count})
        return redirect(LIST)

    def _show(self, form):
        context = {"form": form, "plan": form.plan, "columns": columns.HEADINGS}
        return render(self.request, "trainings/admin/import.html", context)


class ExportView(MayImport):
    http_method_names = ["get"]

    def get(self, request):
        response = HttpResponse(table.as_csv(), content_type="text/csv; charset=utf-8")
        name = f"formations-{timezone.localdate().isoformat()}.csv"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


def urls():
    return [
        path("trainings/import/", ImportView.as_view(), name="trainings_import"),
        path("trainings/export/", ExportView.as_view(), name="trainings_export"),
    ]
