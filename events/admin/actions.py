"""Beginning something from a meeting, by POST only; then its edit screen opens."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View
from wagtail.admin import messages
from wagtail.admin.views.generic import PermissionCheckedMixin

from events import drafting, meeting_notes
from events.admin.steps import may_begin_under
from events.models import Meeting

EDIT_MEETING = "wagtailsnippets_events_meeting:edit"


class BeginPageView(PermissionCheckedMixin, SingleObjectMixin, View):
    """Opens the page, which exists from then on, or says what has to exist first."""

    model = Meeting
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request, pk):
        meeting = self.get_object()
        try:
            page = self.begin(meeting)
        except drafting.DraftingError as refusal:
            messages.error(request, refusal.message)
            return redirect(EDIT_MEETING, meeting.pk)
        return redirect("wagtailadmin_pages:edit", page.pk)

    def check_parent(self, parent):
        if not may_begin_under(parent, self.request.user):
            raise PermissionDenied


class CreatePageView(BeginPageView):
    def begin(self, meeting):
        self.check_parent(drafting.agenda_for(meeting))
        return drafting.create_page(meeting, user=self.request.user)


class WriteReportView(BeginPageView):
    def begin(self, meeting):
        self.check_parent(drafting.concertation_page_for(meeting))
        return drafting.write_report(meeting, user=self.request.user)


class NotesForm(forms.Form):
    notes = forms.CharField(
        label=gettext_lazy("Your notes"),
        max_length=meeting_notes.MOST_SIGNS,
        widget=forms.Textarea(attrs={"rows": 20}),
        help_text=gettext_lazy(
            "One line an entry. A line « Veille », « Obstacles », « Constats », "
            "« Pistes » or « Actions » begins a section. No name of a person one "
            "accompanies."
        ),
    )


class NotesView(PermissionCheckedMixin, SingleObjectMixin, View):
    """The report begun from notes pasted as text; opens it if it exists already."""

    model = Meeting
    permission_required = "change"
    http_method_names = ["get", "post"]
    pk_url_kwarg = "pk"

    def get(self, request, pk):
        return self._show(self.get_object(), NotesForm())

    def post(self, request, pk):
        meeting, form = self.get_object(), NotesForm(request.POST)
        if not form.is_valid():
            return self._show(meeting, form)
        try:
            parent = drafting.concertation_page_for(meeting)
            if not may_begin_under(parent, request.user):
                raise PermissionDenied
            page = drafting.write_report(
                meeting, user=request.user, notes=form.cleaned_data["notes"]
            )
        except drafting.DraftingError as refusal:
            form.add_error(None, refusal.message)
            return self._show(meeting, form)
        return redirect("wagtailadmin_pages:edit", page.pk)

    def _show(self, meeting, form):
        words = {"meeting": meeting, "form": form}
        return render(self.request, "events/admin/notes.html", words)


class CreateNextView(PermissionCheckedMixin, SingleObjectMixin, View):
    model = Meeting
    permission_required = "add"
    http_method_names = ["post"]

    def post(self, request, pk):
        following = drafting.create_next(self.get_object(), now=timezone.now())
        messages.success(
            request, _("The next meeting is there. Check its date, then save it.")
        )
        return redirect(EDIT_MEETING, following.pk)
