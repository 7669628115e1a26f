"""What was reported from the field: made an observation, joined to one, or refused."""

from django import forms
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail.snippets.widgets import AdminSnippetChooser

from events.models import Observation, ReportedNeed
from events.reported_needs import deciding

LIST = "wagtailsnippets_events_reportedneed:list"


class DecisionForm(forms.Form):
    NEW, KNOWN, REFUSED = "new", "known", "refused"

    decision = forms.ChoiceField(
        label=_("What becomes of it?"),
        choices=[
            (NEW, _("A new observation, in the words below")),
            (KNOWN, _("It was heard before: the observation chosen below")),
            (REFUSED, _("Not kept")),
        ],
        widget=forms.RadioSelect,
    )
    sentence = forms.CharField(
        label=_("In one sentence, in French"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("No example that lets anyone recognise a person."),
    )
    is_public = forms.BooleanField(
        label=_("Show it to everybody at once"), required=False
    )
    observation = forms.ModelChoiceField(
        Observation.objects.all(),
        label=_("Heard before as"),
        required=False,
        widget=AdminSnippetChooser(Observation),
    )
    why = forms.CharField(
        label=_("Why it is not kept"),
        max_length=300,
        required=False,
        help_text=_("Told to whoever left an address; may stay empty."),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("decision") == self.NEW and not cleaned.get("sentence"):
            self.add_error("sentence", _("Write the sentence."))
        if cleaned.get("decision") == self.KNOWN and not cleaned.get("observation"):
            self.add_error("observation", _("Choose the observation."))
        return cleaned

    def decide(self, reported, *, by, now):
        said = self.cleaned_data
        if said["decision"] == self.NEW:
            deciding.accept(
                reported,
                sentence=said["sentence"],
                is_public=said["is_public"],
                by=by,
                now=now,
            )
        elif said["decision"] == self.KNOWN:
            deciding.join(reported, observation=said["observation"], by=by, now=now)
        else:
            deciding.refuse(reported, why=said["why"], by=by, now=now)


class DecideView(PermissionCheckedMixin, SingleObjectMixin, View):
    model = ReportedNeed
    permission_required = "change"
    http_method_names = ["get", "post"]
    pk_url_kwarg = "pk"

    def get(self, request, pk):
        return self._show(self.get_object(), DecisionForm())

    def post(self, request, pk):
        reported = self.get_object()
        form = DecisionForm(request.POST)
        if not form.is_valid():
            return self._show(reported, form)
        try:
            form.decide(reported, by=request.user, now=timezone.now())
        except deciding.AlreadyDecidedError as refused:
            form.add_error(None, refused.message)
            return self._show(reported, form)
        messages.success(request, gettext("The decision is noted."))
        return redirect(LIST)

    def _show(self, reported, form):
        name = "events/admin/decide_need.html"
        return render(self.request, name, {"reported": reported, "form": form})


def _excerpt(reported):
    return Truncator(reported.words).chars(120)


class ReportedNeedViewSet(SnippetViewSet):
    model = ReportedNeed
    icon = "mail"
    menu_label = _("Reported from the field")
    menu_order = 30
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = [
        # By its name, so that it leads to the decision.
        "__str__",
        Column("words", label=_("What was reported"), accessor=_excerpt),
        Column("sent_at", label=_("Sent on"), accessor="sent_at"),
        Column("state", label=_("Decision"), accessor="get_state_display"),
        "observation",
    ]
    list_filter = ["state", "kind", "theme"]
    edit_view_class = DecideView

    def get_queryset(self, request):
        return ReportedNeed.objects.select_related("observation")
