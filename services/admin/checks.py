"""Noting that an entry was verified: two clicks for today, a form for the rest."""

from django import forms
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View
from wagtail.admin import messages
from wagtail.admin.views.generic import PermissionCheckedMixin

from services import verifying
from services.admin.inputs import day_input
from services.freshness import Family
from services.models import Service, Verification

EDIT = "wagtailsnippets_services_service:edit"
# Those of one click; the others are for the form.
AT_ONCE = ("phone", "mail", "visit")


class VerificationForm(forms.ModelForm):
    families = forms.MultipleChoiceField(
        label=gettext_lazy("What was verified"),
        choices=[choice for choice in Family.choices if choice[0] != Family.ENTRY],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Tick nothing when it was the whole entry."),
    )

    class Meta:
        model = Verification
        fields = ["method", "outcome", "on", "note"]
        widgets = {"on": day_input()}

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["method"].choices = [
            choice
            for choice in Verification.Method.choices
            if choice[0] != Verification.Method.IMPORT
        ]

    def clean_on(self):
        on = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("This day is still to come."))
        return on


class VerifyView(PermissionCheckedMixin, SingleObjectMixin, View):
    model = Service
    permission_required = "change"
    http_method_names = ["get", "post"]

    def get(self, request, pk):
        today = timezone.localdate()
        first = {"on": today, "outcome": Verification.Outcome.CONFIRMED}
        return self._show(VerificationForm(initial=first, today=today))

    def post(self, request, pk):
        form = VerificationForm(request.POST, today=timezone.localdate())
        if not form.is_valid():
            return self._show(form)
        verifying.verify(self.get_object(), **form.cleaned_data, by=request.user)
        messages.success(request, _("The verification is in the log."))
        return redirect(EDIT, pk)

    def _show(self, form):
        context = {"form": form, "service": self.get_object()}
        return render(self.request, "services/admin/verify.html", context)


def one_click(today):
    """What a button of the entry sends: confirmed today, by the method it names."""
    methods = [Verification.Method(name) for name in AT_ONCE]
    common = {"on": today.isoformat(), "outcome": Verification.Outcome.CONFIRMED}
    return [{"method": method, "label": method.label, **common} for method in methods]
