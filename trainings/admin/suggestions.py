"""Suggested needs: each becomes a need, joins one that is there, or is left out."""

from django import forms
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.snippets.views.snippets import SnippetViewSet

from trainings.models import NeedSuggestion, TrainingNeed
from trainings.suggesting import deciding

LIST = "wagtailsnippets_trainings_needsuggestion:list"
ACCEPT, JOIN, REFUSE = "accept", "join", "refuse"


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        choices=[
            (ACCEPT, _("A new need, that is not public yet")),
            (JOIN, _("The same as a need that is there")),
            (REFUSE, _("Not for now")),
        ],
    )
    title = forms.CharField(
        label=_("Title of the new need, in French"), max_length=200, required=False
    )
    need = forms.ModelChoiceField(
        TrainingNeed.objects.order_by("title_fr"),
        label=_("Need that is there"),
        required=False,
    )

    def clean(self):
        said = super().clean()
        if said.get("decision") == ACCEPT and not said.get("title"):
            self.add_error("title", _("Give the new need a title."))
        if said.get("decision") == JOIN and not said.get("need"):
            self.add_error("need", _("Choose the need it is the same as."))
        return said

    def carry_out(self, suggestion, *, by, now):
        """Raises UndecidableError."""
        said = self.cleaned_data
        if said["decision"] == ACCEPT:
            deciding.accept(suggestion, title=said["title"], by=by, now=now)
        elif said["decision"] == JOIN:
            deciding.join(suggestion, said["need"], by=by, now=now)
        else:
            deciding.refuse(suggestion, by=by, now=now)


class DecideView(PermissionCheckedMixin, SingleObjectMixin, View):
    model = NeedSuggestion
    permission_required = "change"
    http_method_names = ["get", "post"]
    # Where the set of views keeps the number of the record.
    pk_url_kwarg = "pk"

    def get(self, request, pk):
        suggestion = self.get_object()
        return self._show(suggestion, DecisionForm(initial={"title": suggestion.what}))

    def post(self, request, pk):
        suggestion = self.get_object()
        form = DecisionForm(request.POST)
        if not form.is_valid():
            return self._show(suggestion, form)
        try:
            form.carry_out(suggestion, by=request.user, now=timezone.now())
        except deciding.UndecidableError as refused:
            form.add_error(None, refused.message)
            return self._show(suggestion, form)
        messages.success(request, gettext("The decision is noted."))
        return redirect(LIST)

    def _show(self, suggestion, form):
        context = {"suggestion": suggestion, "form": form}
        name = "trainings/admin/decide_suggestion.html"
        return render(self.request, name, context)


class SuggestionViewSet(SnippetViewSet):
    model = NeedSuggestion
    icon = "comment"
    menu_label = _("Suggestions")
    menu_name = "need-suggestions"
    menu_order = 20
    copy_view_enabled = False
    inspect_view_enabled = False
    list_per_page = 50
    list_display = [
        "what",
        Column("sent_at", label=_("Sent on"), accessor="sent_at"),
        Column("state", label=_("Decision"), accessor="get_state_display"),
        Column("need", label=_("Training need"), accessor="need"),
    ]
    list_filter = ["state"]
    search_fields = ["what"]
    edit_view_class = DecideView

    def get_queryset(self, request):
        return NeedSuggestion.objects.select_related("need")
