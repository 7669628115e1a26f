"""What is proposed, fact by fact, beside what stands; the team accepts it in part."""

from django import forms
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSet

from services.correcting import deciding, facts
from services.models import Correction, Verification

LIST = "wagtailsnippets_services_correction:list"
EDIT = "wagtailsnippets_services_correction:edit"
Method = Verification.Method
BY_A_PERSON = [Method.PHONE, Method.MAIL, Method.VISIT, Method.WEBSITE, Method.OWN]


class DecisionForm(forms.Form):
    accepted = forms.MultipleChoiceField(
        label=_("Accept"), required=False, widget=forms.CheckboxSelectMultiple
    )
    method = forms.ChoiceField(
        label=_("How was it checked?"),
        choices=[(one.value, one.label) for one in BY_A_PERSON],
    )

    def __init__(self, data=None, *, correction):
        super().__init__(data)
        keys = [one["key"] for one in correction.proposals]
        self.fields["accepted"].choices = [(key, key) for key in keys]
        self.initial["accepted"] = keys
        is_own = correction.origin == Correction.Origin.OWN
        self.initial["method"] = Method.OWN if is_own else Method.PHONE

    @property
    def chosen(self):
        if self.is_bound:
            return self.data.getlist("accepted")
        return self.initial["accepted"]


class DecideView(PermissionCheckedMixin, SingleObjectMixin, View):
    model = Correction
    permission_required = "change"
    http_method_names = ["get", "post"]
    # Where the set of views keeps the number of the record.
    pk_url_kwarg = "pk"

    def get(self, request, pk):
        correction = self.get_object()
        return self._show(correction, DecisionForm(correction=correction))

    def post(self, request, pk):
        correction = self.get_object()
        form = DecisionForm(request.POST, correction=correction)
        if not form.is_valid():
            return self._show(correction, form)
        try:
            deciding.decide(
                correction, **form.cleaned_data, by=request.user, now=timezone.now()
            )
        except deciding.UndecidableError as refused:
            form.add_error(None, refused.message)
            return self._show(correction, form)
        messages.success(request, gettext("The decision is noted."))
        return redirect(LIST)

    def _show(self, correction, form):
        context = {
            "correction": correction,
            "form": form,
            "lines": _lines(correction, form.chosen),
        }
        name = "services/admin/decide_correction.html"
        return render(self.request, name, context)


def _lines(correction, chosen):
    """Each proposal with its fact as it stands now, in the language of the proposal."""
    today = timezone.localdate()
    with translation.override(correction.language):
        known = facts.by_key(correction.service, today)
    return [
        {
            **proposal,
            "fact": known.get(proposal["key"]),
            "shown_after": _in_words(known.get(proposal["key"]), proposal["after"]),
            "is_chosen": proposal["key"] in chosen,
        }
        for proposal in correction.proposals
    ]


def _in_words(fact, after):
    return dict(fact.choices).get(after, after) if fact else after


class SentIn(ModelPermissionPolicy):
    """Corrections come from readers and services; the team decides and adds none."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(Correction, SentIn(Correction))


class CorrectionViewSet(SnippetViewSet):
    model = Correction
    icon = "edit"
    menu_label = _("Corrections")
    menu_name = "service-corrections"
    menu_order = 118
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    list_per_page = 50
    list_display = [
        "service",
        Column("origin", label=_("Proposed by"), accessor="get_origin_display"),
        Column("sent_at", label=_("Sent on"), accessor="sent_at"),
        Column("state", label=_("Decision"), accessor="get_state_display"),
    ]
    list_filter = ["state", "origin"]
    search_fields = ["service__name_fr"]
    edit_view_class = DecideView

    def get_queryset(self, request):
        return Correction.objects.select_related("service")
