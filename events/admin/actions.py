"""Beginning something from a meeting, by POST only; then its edit screen opens."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View
from wagtail.admin import messages
from wagtail.admin.views.generic import PermissionCheckedMixin

from events import drafting
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
