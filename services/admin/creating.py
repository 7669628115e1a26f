"""A new entry is compared with those there are before it is saved."""

from django import forms
from django.shortcuts import render
from wagtail.snippets.views.snippets import CreateView

from services import duplicates


class SeenForm(forms.Form):
    """Which look-alikes were shown before: those warn once, and refuse nothing."""

    duplicates_seen = forms.CharField(required=False, max_length=200)

    @property
    def seen(self):
        self.full_clean()
        text = self.cleaned_data.get("duplicates_seen", "")
        return {int(part) for part in text.split(",") if part.isdecimal()}


class ServiceCreateView(CreateView):
    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        # Nothing is saved before look-alikes were shown.
        self.autosave_enabled = False

    def form_valid(self, form):
        found = looking_like(form)
        if {one.service.pk for one in found} - SeenForm(self.request.POST).seen:
            self.form = form
            context = self.get_context_data(form=form)
            return render(
                self.request, self.template_name, {**context, "duplicates": found}
            )
        return super().form_valid(form)

    def get_success_url(self):
        return self.get_edit_url()


def looking_like(form):
    """What looks like the service of a valid form, not yet stored."""
    return duplicates.like(
        name=form.cleaned_data["name_fr"],
        numbers=_said(form, "phones", "number"),
        locations=_said(form, "service_at_locations", "location"),
    )


def _said(form, formset, name):
    rows = [row.cleaned_data for row in form.formsets[formset].forms]
    return [row[name] for row in rows if row.get(name) and not row.get("DELETE")]
