"""Reading a partner's calendar now, and looking at a file before it is stored."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View
from wagtail.admin import messages
from wagtail.admin.views.generic import PermissionCheckedMixin

from events.admin.partner_forms import PartnerFileForm
from events.models import PartnerCalendar
from events.partners import importing
from events.partners.refusals import RefusedCalendarError

EDIT_CALENDAR = "wagtailsnippets_events_partnercalendar:edit"
ENTRIES = "wagtailsnippets_events_partnerentry:list"


class ReadNowView(PermissionCheckedMixin, SingleObjectMixin, View):
    model = PartnerCalendar
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request, pk):
        calendar = self.get_object()
        if not calendar.address:
            return redirect("wagtailsnippets_events_partnercalendar:import_file", pk)
        try:
            importing.read_again(calendar, now=timezone.now())
        except RefusedCalendarError as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, _("The calendar was read."))
        return redirect(EDIT_CALENDAR, pk)


class ImportFileView(PermissionCheckedMixin, SingleObjectMixin, View):
    """Sent once, a file is looked at; what was kept of it, sent again, is stored."""

    model = PartnerCalendar
    permission_required = "change"
    http_method_names = ["get", "post"]

    def get(self, request, pk):
        return self._show(self._form())

    def post(self, request, pk):
        form = self._form(request.POST, request.FILES)
        if not form.is_valid() or not form.is_confirmed:
            return self._show(form)
        plan = importing.take_over(form.calendar, form.found, now=form.now)
        messages.success(request, importing.outcome_of(plan))
        return redirect(f"{reverse(ENTRIES)}?calendar={pk}")

    def _form(self, *data):
        calendar = self.get_object()
        return PartnerFileForm(*data, calendar=calendar, now=timezone.now())

    def _show(self, form):
        context = {"form": form, "calendar": form.calendar, "plan": form.plan}
        return render(self.request, "events/admin/import_file.html", context)
